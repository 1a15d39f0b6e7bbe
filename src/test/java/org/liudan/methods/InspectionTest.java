package org.liudan.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.People.LEADER;
import static org.liudan.testing.Play.handler;
import static org.liudan.testing.Play.head;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.testing.Browser;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Play;
import org.liudan.testing.Sheet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * 巡察整改: one input gives three lists. Other people strike the items off stage by stage, grave clues go to the leading
 * group, and nobody else sees the orders.
 */
@DistrictTest
class InspectionTest {

    private static final Actor OFFICE = handler("inspection-office");
    private static final Actor OFFICE_HEAD = head("inspection-office");
    private static final Actor UNIT = handler("housing");
    private static final Actor DISCIPLINE = Play.officer("discipline", "discipline", "discipline");
    private static final String SECRET = "专项资金挪作他用";

    @Autowired
    Play play;

    @LocalServerPort
    int port;

    @BeforeEach
    void on_a_monday_morning() {
        play.at("2026-11-16T09:00");
    }

    /** 「采取“清单式交办、销号式管理”,要求被巡察单位建立“三单一台账”」 */
    @Test
    void one_input_makes_an_item_with_problem_task_and_responsibility() {
        var order = fedBack();
        play.isHeldBy(order, "inspection-office", "handler");
        assertThat(play.refusal(OFFICE, "begin", order)).containsExactly("清单还是空的，请先“列入清单”。");
        var item = problem(order, "at-once", 15);
        play.isHeldBy(item, "housing", "handler");
        assertThat(item.text("content")).isEqualTo(SECRET);
        assertThat(item.text("task")).isEqualTo("追回资金并完善审批");
        assertThat(item.text("responsible")).isEqualTo("局长；财务股长");
        play.isDue(item, "rectify", "2026-12-07T17:30");
    }

    /** 「整改销号率和阶段性销号率要达到100%」 */
    @Test
    void a_stage_is_struck_off_only_at_a_hundred_percent() {
        var order = fedBack();
        var atOnce = problem(order, "at-once", 15);
        var concentrated = problem(order, "concentrated", 60);
        play.does(OFFICE, "begin", order);
        assertThat(play.refusal(OFFICE, "strike-at-once", order)).containsExactly("立行立改的问题销号率未到 100%。");
        struckOff(atOnce);
        order = play.does(OFFICE, "strike-at-once", order);
        assertThat(order.step()).isEqualTo("concentrated");
        assertThat(play.refusal(
                        OFFICE,
                        "add-problem",
                        order,
                        "problem",
                        "又一个",
                        "task",
                        "改",
                        "responsible",
                        "局长",
                        "stage",
                        "at-once",
                        "days",
                        "5"))
                .containsExactly("立行立改阶段已经销号。");
        assertThat(play.refusal(OFFICE, "strike-concentrated", order)).containsExactly("集中整改的问题销号率未到 100%。");
        struckOff(concentrated);
        play.does(OFFICE, "strike-concentrated", order);
        order = play.does(OFFICE_HEAD, "strike-all", order, "result", "两个问题全部整改到位。");
        assertThat(order.closed()).contains("done");
        assertThat(order.kin().children()).hasSize(2).noneMatch(child -> child.open());
        play.holds();
    }

    @Test
    void the_person_who_rectified_may_not_strike_off() {
        var item = problem(fedBack(), "at-once", 15);
        play.does(UNIT, "rectified", item, "result", "已追回。", "files", "x");
        var both = Play.officer("inspection-office", "handler", "handler-housing");
        assertThat(play.refusal(both, "strike-off", item, "findings", "属实")).containsExactly("reason.other-eyes");
        item = play.does(OFFICE, "send-back", item, "findings", "还差一笔", "days", "5");
        play.isDue(item, "rectify", "2026-11-23T17:30");
        struckOff(item);
    }

    /** 「对严重违纪问题线索实行“直通”」 */
    @Test
    void a_grave_clue_goes_straight_to_the_leading_group_and_past_everybody_else() {
        var clue = play.raises("inspection-clue", OFFICE, "report", "kind", "grave", "content", "有人收受工程回扣");
        play.isHeldBy(clue, "leader-1", "leader");
        play.isDue(clue, "decide", "2026-11-17T17:30");
        clue = play.does(LEADER, "pass-on", clue, "opinion", "移交处置");
        play.isHeldBy(clue, "discipline", "discipline");
        assertOnlyReadableBy(clue, List.of("leader", "discipline", "head-inspection-office"));
        clue = play.does(DISCIPLINE, "file", clue, "result", "立案审查");
        assertThat(clue.closed()).contains("done");
        play.holds();
    }

    @Test
    void only_the_named_readers_find_an_inspection_and_its_items() {
        var order = fedBack();
        var item = problem(order, "lasting", 100);
        assertOnlyReadableBy(order, List.of("handler-inspection-office", "head-inspection-office", "leader"));
        assertOnlyReadableBy(
                item,
                List.of("handler-inspection-office", "head-inspection-office", "handler-housing", "head-housing"));
    }

    /** Checks with all accounts that only these readers find the order: its page, the ledger with search and export, the figures. */
    private void assertOnlyReadableBy(Order order, List<String> readers) {
        for (var account : List.of(
                "handler-inspection-office",
                "head-inspection-office",
                "handler-housing",
                "head-housing",
                "leader",
                "discipline",
                "leader-2",
                "inspector",
                "department",
                "street",
                "community",
                "administrator",
                "security",
                "auditor")) {
            var browser = new Browser(port).as(account);
            var page = browser.get("/orders/" + play.number(order));
            assertThat(page.status() == 200)
                    .as("%s opens order %s: %s", account, order.method(), page.status())
                    .isEqualTo(readers.contains(account));
            if (!readers.contains(account)) {
                assertThat(Sheet.text(browser.get("/ledger.xlsx?from=2026-11-01")))
                        .as("%s exports", account)
                        .doesNotContain(order.text("content"))
                        .doesNotContain(play.number(order));
                for (var address : List.of(
                        "/ledger?method=" + order.method(),
                        "/ledger?q=" + play.number(order),
                        "/ledger?q=专项资金",
                        "/ledger?did=report,open,add-problem",
                        "/figures?method=" + order.method(),
                        "/desk",
                        "/notices",
                        "/leader",
                        "/briefing")) {
                    assertThat(browser.get(address.replace("专项资金", "%E4%B8%93%E9%A1%B9%E8%B5%84%E9%87%91"))
                                    .body())
                            .as("%s at %s", account, address)
                            .doesNotContain(order.text("content"))
                            .doesNotContain("href=\"/orders/" + play.number(order));
                }
            }
        }
    }

    private Order fedBack() {
        return play.raises(
                "inspection", OFFICE, "open", "inspected", "housing", "round", "本届第一轮", "content", "反馈意见：主体责任落实不力");
    }

    private Order problem(Order order, String stage, int days) {
        play.does(
                OFFICE,
                "add-problem",
                order,
                "problem",
                SECRET,
                "task",
                "追回资金并完善审批",
                "responsible",
                "局长；财务股长",
                "stage",
                stage,
                "days",
                Integer.toString(days));
        return play.child(order, stage);
    }

    private void struckOff(Order item) {
        play.does(UNIT, "rectified", item, "result", "已追回。", "files", "x");
        assertThat(play.does(OFFICE, "strike-off", item, "findings", "账目相符。").step())
                .isEqualTo("struck");
    }
}
