package org.liudan.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.COMMUNITY;
import static org.liudan.testing.District.STREET;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.orders.verification.Verification;
import org.liudan.testing.Browser;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Play;
import org.liudan.testing.Sheet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * “截至8月中旬,新宁县小额信贷贷款余额1.52亿元3167户”: checks the totals of a register's list and its monthly figures. It uses its own
 * database, because it checks sums.
 */
@DistrictTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = "liudan.database-of=months")
class MonthsTest {

    private static final Actor DISPATCHER = Play.officer(STREET + ".dispatcher");
    private static final String ELSEWHERE = "431271218201";
    private static final String MONTHS = "/registers/microcredit/months";

    @Autowired
    Play play;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Verification verification;

    @LocalServerPort
    int port;

    private Browser inspector = new Browser(0);

    /** Loans are made until mid-August and repaid in September, in part or in full; one household moves in October. */
    @BeforeAll
    void a_county_lends_and_is_repaid() {
        play.at("2026-08-14T09:00");
        var loans = new ArrayList<Order>();
        for (int station = 0; station < 299; station++) {
            loans.add(enterLoan(
                    "XN-" + station, COMMUNITY, station < 177 ? 11 : 10, station < 61 ? 508_362 : 508_361, "planting"));
        }
        enterApplication("XN-applied");
        play.at("2026-09-10T09:00");
        play.does(DISPATCHER, "repay", loans.get(0), "paid", 508_362, "balance", 0);
        play.does(DISPATCHER, "repay", loans.get(298), "paid", 500_000, "balance", 8_361);
        play.at("2026-10-09T09:00");
        moveLoan(loans.get(100));
        play.at("2026-11-16T09:00");
        inspector = new Browser(port).as("inspector");
    }

    @Test
    void the_months_show_the_figures_of_the_source_and_less_after_repayments() {
        var rows = rows(MONTHS + "?year=2026");
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0))
                .containsExactly("2026 年 8 月", "299", "299", "0", "3,167 户", "1.52 亿元 152,000,000", "种植 299");
        assertThat(rows.get(1))
                .containsExactly("2026 年 9 月", "298", "0", "1", "3,156 户", "1.51 亿元 150,991,638", "种植 298");
        assertThat(rows.get(2).get(4)).isEqualTo("3,156 户");
        assertThat(rows.get(3).get(0)).isEqualTo("2026 年 11 月 至今");
        play.holds();
    }

    @Test
    void the_last_twelve_months_begin_with_the_first_subject_on_the_register() {
        assertThat(rows(MONTHS)).isEqualTo(rows(MONTHS + "?year=2026"));
        assertThat(inspector.get(MONTHS + "?year=2025").body()).contains("这段时间没有在册的");
    }

    @Test
    void a_move_to_another_street_counts_as_removed_from_one_and_added_to_the_other() {
        var from = rows(MONTHS + "?street=" + STREET);
        assertThat(from.get(2)).startsWith("2026 年 10 月", "297", "0", "1", "3,145 户");
        var to = rows(MONTHS + "?street=431271218");
        assertThat(to.get(0)).startsWith("2026 年 10 月", "1", "1", "0", "11 户");
        assertThat(to.get(1)).startsWith("2026 年 11 月 至今", "1", "0", "0", "11 户");
    }

    @Test
    void a_viewer_who_sees_part_of_a_register_sees_the_sums_of_that_part() {
        var clerk = new Browser(port).as("clerk-" + ELSEWHERE);
        assertThat(rows(clerk, MONTHS)).extracting(row -> row.get(0)).contains("2026 年 10 月");
        assertThat(clerk.get("/registers/microcredit").body()).contains("11 户").doesNotContain("3,156 户");
        assertThat(new Browser(port).as("department").get(MONTHS).body()).contains("这段时间没有在册的");
        assertThat(new Browser(port)
                        .as("department")
                        .get("/registers/recovery/months")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_list_shows_the_totals_of_its_subjects_and_of_each_group() {
        var list = inspector.get("/registers/microcredit").body();
        assertThat(list).contains("3,156 户", "1.51 亿元", "150,991,638", "按产业");
        assertThat(inspector.get("/registers/microcredit?q=XN-298").body()).contains("10 户", "8,361 元");
        assertThat(inspector.get("/registers/microcredit?tab=left").body()).doesNotContain("class=\"totals\"");
    }

    @Test
    void the_sheet_of_the_months_holds_real_numbers() {
        assertThat(Sheet.text(inspector.get(MONTHS + ".xlsx?year=2026")))
                .contains("贷款余额（元）", "<v>152000000</v>", "<v>3167</v>");
    }

    @Test
    void in_english_amounts_are_in_millions() {
        var reader = new Browser(port).as("inspector");
        reader.post("/language", "to", "en");
        assertThat(rows(reader, MONTHS).get(0))
                .startsWith("2026-8", "299", "299", "0", "3,167 households", "152 million yuan 152,000,000");
    }

    @Test
    void a_snapshot_that_differs_from_the_events_is_found() {
        assertThat(jdbc.sql(
                                "update subject_snapshot set facts = replace(facts, '508362', '508363') where facts like '%508362%'")
                        .update())
                .isPositive();
        assertThat(verification.verify().differences())
                .isNotEmpty()
                .allMatch(difference -> difference.what().en().startsWith("subject_snapshot"));
        jdbc.sql("update subject_snapshot set facts = replace(facts, '508363', '508362')")
                .update();
        play.holds();
    }

    private List<List<String>> rows(String address) {
        return rows(inspector, address);
    }

    /** The cells of the table, row by row. */
    private static List<List<String>> rows(Browser browser, String address) {
        var answer = browser.get(address);
        assertThat(answer.status()).as(address).isEqualTo(200);
        var body = answer.body();
        assertThat(body).contains("<tbody>");
        var rows = new ArrayList<List<String>>();
        for (var row : body.substring(body.indexOf("<tbody>"), body.indexOf("</tbody>"))
                .split("<tr>", -1)) {
            var cells = new ArrayList<String>();
            var cell = Pattern.compile("<td[^>]*>(.*?)</td>", Pattern.DOTALL).matcher(row);
            while (cell.find()) {
                cells.add(cell.group(1)
                        .replaceAll("<[^>]+>", " ")
                        .replaceAll("\\s+", " ")
                        .strip());
            }
            if (!cells.isEmpty()) {
                rows.add(cells);
            }
        }
        return rows;
    }

    private Order enterLoan(String code, String region, int households, int balance, String industry) {
        return play.raises(
                "microcredit",
                DISPATCHER,
                "enter",
                "code",
                code,
                "title",
                code + "贷款户",
                "region",
                region,
                "station",
                code,
                "helper",
                "帮扶干部甲",
                "households",
                households,
                "amount",
                balance,
                "balance",
                balance,
                "industry",
                industry,
                "due-on",
                "2029-08-15");
    }

    /** A household that has only applied has no loan yet and does not count. */
    private void enterApplication(String code) {
        play.raises(
                "microcredit",
                DISPATCHER,
                "apply",
                "code",
                code,
                "title",
                "申请户",
                "region",
                COMMUNITY,
                "station",
                "萝卜湾服务站",
                "helper",
                "帮扶干部甲",
                "households",
                9,
                "wanted",
                50_000,
                "industry",
                "planting",
                "purpose",
                "种脐橙");
    }

    private void moveLoan(Order loan) {
        play.does(
                DISPATCHER,
                "change",
                loan,
                "title",
                loan.text("title"),
                "region",
                ELSEWHERE,
                "station",
                loan.text("station"),
                "helper",
                "帮扶干部乙",
                "households",
                11,
                "industry",
                "planting",
                "reason",
                "搬迁");
    }
}
