package org.liudan.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.COMMUNITY;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.orders.store.OrderNumber;
import org.liudan.settings.Calendars;
import org.liudan.testing.Browser;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Filled;
import org.liudan.testing.Play;
import org.liudan.testing.Sheet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The list of a register and the page of a subject. It uses its own database, because it counts subjects. */
@DistrictTest
@TestPropertySource(properties = "liudan.database-of=subjects")
class SubjectPagesTest {

    private static final Actor CLERK = Play.officer(COMMUNITY + ".clerk");
    private static final String LIST = "/registers/fishermen";

    @Autowired
    Play play;

    @Autowired
    Calendars calendars;

    @LocalServerPort
    int port;

    private Browser clerk;

    @BeforeEach
    void three_households() {
        play.at("2026-10-12T09:00");
        clerk = new Browser(port).as("community");
        if (titles(LIST).isEmpty()) {
            enterHousehold("TB-01", "渔民甲", COMMUNITY, "farming");
            enterHousehold("TB-02", "渔民乙", COMMUNITY, "enterprise");
            enterHousehold("TB-03", "渔民丙", "431271218201", "farming");
        }
    }

    @Test
    void a_community_lists_its_own_and_the_district_lists_all() {
        assertThat(titles(LIST)).containsExactly("TB-01", "TB-02");
        assertThat(titles(new Browser(port).as("inspector"), LIST)).containsExactly("TB-01", "TB-02", "TB-03");
        assertThat(titles(new Browser(port).as("department"), LIST)).isEmpty();
    }

    @Test
    void a_list_is_filtered_by_a_choice_a_region_and_a_search_text() {
        assertThat(titles(LIST + "?employment=farming")).containsExactly("TB-01");
        assertThat(titles(LIST + "?q=" + encoded("渔民乙"))).containsExactly("TB-02");
        assertThat(titles(LIST + "?q=" + encoded("乙"))).containsExactly("TB-02");
        assertThat(titles(LIST + "?q=" + encoded("没有的人"))).isEmpty();
        assertThat(titles(new Browser(port).as("inspector"), LIST + "?region=431271218201"))
                .containsExactly("TB-03");
    }

    @Test
    void a_subject_that_was_not_visited_in_time_is_on_the_overdue_list() {
        var late = enterHousehold("TB-08", "渔民戊", COMMUNITY, "farming");
        play.at("2027-01-04T09:00");
        assertThat(titles(LIST + "?tab=overdue")).contains("TB-08");
        play.does(
                CLERK,
                "visit",
                late,
                "how",
                "visit",
                "findings",
                "家里都好",
                "employment",
                "farming",
                "insurance",
                "resident");
        assertThat(titles(LIST + "?tab=overdue")).doesNotContain("TB-08");
        assertThat(titles(LIST + "?tab=never")).doesNotContain("TB-08");
        play.does(Play.officer(COMMUNITY + ".secretary"), "leave", late, "reason", "迁走");
        assertThat(titles(LIST + "?tab=left")).containsExactly("TB-08");
        assertThat(titles(LIST)).doesNotContain("TB-08");
    }

    @Test
    void the_page_of_a_subject_shows_old_and_new_values_of_changes() {
        var household = enterHousehold("TB-09", "渔民己", COMMUNITY, "farming");
        play.does(
                CLERK,
                "change",
                household,
                "title",
                "渔民己",
                "region",
                COMMUNITY,
                "helper",
                "网格员二",
                "people",
                4,
                "employment",
                "farming",
                "insurance",
                "resident",
                "income",
                86_000);
        var page = clerk.get("/subjects/" + number(household)).body();
        assertThat(page).contains("网格员一 改为 网格员二", "人均年收入（元）", "21500");
        play.does(Play.officer(COMMUNITY + ".secretary"), "leave", household, "reason", "迁走");
    }

    @Test
    void the_sheet_of_a_register_holds_real_numbers_and_days_and_masked_telephones() {
        var household = play.raises(
                "fishermen",
                CLERK,
                "enter",
                "code",
                "=1+1",
                "title",
                "渔民庚",
                "region",
                COMMUNITY,
                "helper",
                "网格员一",
                "people",
                2,
                "employment",
                "farming",
                "insurance",
                "resident",
                "phone",
                "13807451234");
        var sheet = Sheet.text(clerk.get(LIST + ".xlsx"));
        assertThat(sheet).contains("=1+1", "<v>2</v>", "138****1234").doesNotContain("<f>", "13807451234");
        play.does(Play.officer(COMMUNITY + ".secretary"), "leave", household, "reason", "迁走");
    }

    private List<String> titles(String address) {
        return titles(clerk, address);
    }

    private static List<String> titles(Browser browser, String address) {
        var answer = browser.get(address);
        assertThat(answer.status()).as(address).isEqualTo(200);
        var titles = new ArrayList<String>();
        var cells = Pattern.compile("<a href=\"/subjects/[^\"]+\">([^<]+)</a>").matcher(answer.body());
        while (cells.find()) {
            titles.add(cells.group(1));
        }
        return titles;
    }

    private Order enterHousehold(String code, String title, String region, String employment) {
        return play.raises(
                "fishermen",
                Play.officer(region + ".clerk"),
                "enter",
                Filled.household(code, region, "title", title, "employment", employment));
    }

    private String number(Order subject) {
        return OrderNumber.of(subject, calendars.current()).text();
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
