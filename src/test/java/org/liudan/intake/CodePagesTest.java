package org.liudan.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.order.Order;
import org.liudan.testing.Browser;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Play;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** “建立企业赋码保护机制”: the codes that are put up at subjects. */
@DistrictTest
@TestPropertySource(properties = "liudan.database-of=registers")
class CodePagesTest {

    private static int numbers;

    @Autowired
    Play play;

    @LocalServerPort
    int port;

    @BeforeEach
    void on_a_working_day() {
        play.at("2026-10-12T09:00");
    }

    @Test
    void what_an_enterprise_reports_by_its_code_becomes_an_order_that_it_can_track() {
        var enterprise = enteredSubject();
        var code = code(enterprise);
        var stranger = new Browser(port);
        assertThat(stranger.get(code).body()).contains("保护企业", "联企干部", "扫码反映问题").doesNotContain("行业");
        var answer =
                stranger.post(code + "/tell", "problem", "用电增容批了两个月", "caller", "张三", "caller-phone", "13800000000");
        assertThat(answer.status()).isEqualTo(200);
        var found = Pattern.compile("/track/([0-9A-Z-]+)").matcher(answer.body());
        assertThat(found.find()).isTrue();
        assertThat(stranger.get("/track/" + found.group(1)).body()).contains("用电增容批了两个月");
        assertThat(play.child(enterprise, "problem").method()).isEqualTo("enterprise-hotline");
        assertThat(play.now(enterprise).fields())
                .as("reporting does not change the subject")
                .isEqualTo(enterprise.fields());
        play.holds();
    }

    @Test
    void the_keeper_of_the_subject_is_led_to_its_page_by_the_code() {
        var enterprise = enteredSubject();
        var answer = new Browser(port).as("handler-housing").get(code(enterprise));
        assertThat(answer.location()).endsWith("/subjects/" + play.number(enterprise));
    }

    @Test
    void a_code_that_was_made_up_opens_nothing() {
        var code = code(enteredSubject());
        var wrongCode = code.substring(0, code.length() - 1) + (code.endsWith("0") ? "1" : "0");
        assertThat(new Browser(port).get(wrongCode).status()).isEqualTo(404);
        assertThat(new Browser(port).post(wrongCode + "/tell", "problem", "x").status())
                .isEqualTo(404);
    }

    @Test
    void an_empty_form_is_shown_again_with_the_reason() {
        var answer = new Browser(port).post(code(enteredSubject()) + "/tell", "problem", "");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("企业问题");
    }

    /** The address in the printed code. */
    private String code(Order enterprise) {
        var page = new Browser(port)
                .as("inspector")
                .get("/subjects/" + play.number(enterprise) + "/code")
                .body();
        assertThat(page).contains("<svg class=\"qr\"");
        var address = Pattern.compile("/q/[0-9-]+/[0-9A-Z-]+").matcher(page);
        assertThat(address.find()).isTrue();
        return address.group();
    }

    private Order enteredSubject() {
        return play.raises(
                "enterprises",
                Play.handler("enterprise-centre"),
                "enter",
                "code",
                "Q-" + ++numbers,
                "title",
                "保护企业",
                "region",
                "431271001001",
                "official",
                "联企干部一",
                "unit-of-official",
                "housing",
                "industry",
                "manufacture",
                "size",
                "small");
    }
}
