package org.liudan.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.COMMUNITY;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Child;
import org.liudan.engine.order.Order;
import org.liudan.testing.Browser;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Play;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** “安排联企干部174人,联系企业336家……共收集并解决企业问题310个,办结率100%” */
@DistrictTest
@TestPropertySource(properties = "liudan.database-of=registers")
class EnterprisesTest {

    private static final Actor CENTRE = Play.handler("enterprise-centre");
    private static final Actor CENTRE_HEAD = Play.head("enterprise-centre");
    private static final Actor OFFICIAL = Play.handler("transport");
    private static final AtomicInteger CODES = new AtomicInteger();

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Play play;

    @LocalServerPort
    int port;

    @BeforeEach
    void in_april() {
        play.at("2026-04-01T09:00");
    }

    /** “形成‘面对面’沟通机制” */
    @Test
    void its_official_calls_on_an_enterprise_in_every_month() {
        var enterprise = entered();
        assertThat(play.holder(enterprise)).isEqualTo("transport.handler");
        assertThat(play.due(enterprise, "contact")).isEqualTo("2026-04-30T17:30");
        play.does(OFFICIAL, "contact", enterprise, "how", "visit", "findings", "订单饱满，缺熟练工");
        assertThat(play.due(enterprise, "contact")).isEqualTo("2026-05-29T17:30");
        play.at("2026-06-15T09:00");
        assertThat(play.now(enterprise).clock("contact").orElseThrow().escalated())
                .isEqualTo(2);
        play.holds();
    }

    @Test
    void the_code_that_protects_an_enterprise_is_given_once_and_only_by_the_centre() {
        var enterprise = entered();
        assertThat(play.raisingRefused(
                        "enterprises", CENTRE, "enter", answers(enterprise.text("code"), "联企干部甲", "transport")))
                .containsExactly("reason.key-taken");
        assertThat(play.raisingRefused("enterprises", OFFICIAL, "enter", answers(code(), "联企干部甲", "transport")))
                .containsExactly("reason.not-yours");
    }

    @Test
    void a_problem_goes_straight_to_the_centre_and_nobody_leaves_before_it_is_solved() {
        var enterprise = entered();
        play.does(OFFICIAL, "raise-problem", enterprise, "problem", "厂区门口限高杆挡住货车");
        play.at("2026-04-01T09:10");
        var problem = play.child(enterprise, "problem");
        assertThat(play.holder(problem)).isEqualTo("enterprise-centre.handler");
        assertThat(play.due(problem, "receive")).isEqualTo("2026-04-01T17:30");
        assertThat(play.now(problem).text("enterprise")).isEqualTo("企业甲");
        assertThat(play.now(problem).text("channel")).isEqualTo("visit");
        assertThat(play.refusal(CENTRE_HEAD, "leave", enterprise, "reason", "注销"))
                .containsExactly("还有问题没有办结，不能退出联系。");
        play.does(CENTRE, "answer-directly", problem, "result", "已协调移走");
        play.at("2026-04-01T09:20");
        play.does(CENTRE_HEAD, "leave", enterprise, "reason", "注销");
        assertThat(play.now(enterprise).closed()).contains("done");
        play.holds();
    }

    @Test
    void another_official_takes_over_with_a_month_of_their_own() {
        var enterprise = entered();
        play.at("2026-04-20T09:00");
        play.does(CENTRE, "hand-over", enterprise, "official", "联企干部乙", "unit-of-official", "housing", "reason", "轮岗");
        assertThat(play.holder(enterprise)).isEqualTo("housing.handler");
        assertThat(play.due(enterprise, "contact")).isEqualTo("2026-04-30T17:30");
        assertThat(play.refusal(OFFICIAL, "contact", enterprise, "how", "phone", "findings", "无"))
                .containsExactly("reason.not-yours");
    }

    @Test
    void the_figures_of_officials_enterprises_and_problems_are_those_of_the_source() {
        play.at("2026-11-24T09:00");
        var enterprises = new ArrayList<Order>();
        for (int number = 0; number < 336; number++) {
            var answers = answers("QY-" + number, "联企干部" + number % 174, "transport");
            enterprises.add(play.raises("enterprises", CENTRE, "enter", answers));
        }
        enterprises.stream()
                .limit(310)
                .forEach(enterprise -> play.does(OFFICIAL, "raise-problem", enterprise, "problem", "用电增容慢"));
        play.at("2026-11-24T10:00");
        enterprises.stream()
                .limit(310)
                .map(enterprise -> play.child(enterprise, "problem"))
                .forEach(problem -> play.does(CENTRE, "answer-directly", problem, "result", "已上门增容"));
        play.at("2026-11-24T11:00");
        var problems = enterprises.stream()
                .flatMap(enterprise -> play.children(enterprise).stream())
                .toList();
        assertThat(problems).hasSize(310).noneMatch(Child::open);
        assertThat(jdbc.sql("select count(distinct keeper) || ' ' || count(*) from subject"
                                + " where method = 'enterprises' and closed is null and key like 'QY-%'")
                        .query(String.class)
                        .single())
                .isEqualTo("174 336");
        assertThat(new Browser(port)
                        .as("inspector")
                        .get("/registers/enterprises?q=QY-309")
                        .body())
                .contains("办结率", "100");
    }

    private Order entered() {
        return play.raises("enterprises", CENTRE, "enter", answers(code(), "联企干部甲", "transport"));
    }

    private static String code() {
        return "BHM-" + CODES.incrementAndGet();
    }

    private static Object[] answers(String code, String official, String unit) {
        return List.of(
                        "code",
                        code,
                        "title",
                        "企业甲",
                        "region",
                        COMMUNITY,
                        "official",
                        official,
                        "unit-of-official",
                        unit,
                        "industry",
                        "manufacture",
                        "size",
                        "small")
                .toArray();
    }
}
