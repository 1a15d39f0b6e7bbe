package org.liudan.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.COMMUNITY;
import static org.liudan.testing.District.STREET;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Play;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** “先行开展贷前审批,对已贷款的农户开展定期走访联系,让资金真正用在产业发展、造血增收的‘利刃’上” */
@DistrictTest
@TestPropertySource(properties = "liudan.database-of=registers")
class MicrocreditTest {

    private static final Actor CLERK = Play.officer(COMMUNITY + ".clerk");
    private static final Actor SECRETARY = Play.officer(COMMUNITY + ".secretary");
    private static final Actor DISPATCHER = Play.officer(STREET + ".dispatcher");
    private static final AtomicInteger LOANS = new AtomicInteger();

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Play play;

    @BeforeEach
    void in_early_spring() {
        play.at("2026-03-02T09:00");
    }

    /** “半个月后就帮我办好”: two weeks of working days from the application to the money. */
    @Test
    void a_loan_is_checked_by_the_village_and_granted_by_the_street_within_half_a_month() {
        var loan = applied();
        assertThat(play.holder(loan)).isEqualTo(COMMUNITY + ".clerk");
        assertThat(play.due(loan, "check")).isEqualTo("2026-03-09T17:30");
        play.at("2026-03-09T09:00");
        check(loan);
        assertThat(play.holder(loan)).isEqualTo(STREET + ".dispatcher");
        assertThat(play.due(loan, "grant")).isEqualTo("2026-03-16T17:30");
        grant(loan);
        assertThat(play.holder(loan)).isEqualTo(COMMUNITY + ".clerk");
        assertThat(play.due(loan, "visit")).isEqualTo("2026-03-31T17:30");
        assertThat(play.due(loan, "repay")).isEqualTo("2029-03-09T17:30");
        play.holds();
    }

    /** “有劳动能力、有发展各类产业贷款需求的脱贫户”; “根据……还款能力等实际情况” */
    @Test
    void a_household_that_cannot_repay_is_not_proposed_and_nobody_grants_more_than_was_applied_for() {
        var loan = applied();
        assertThat(play.refusal(CLERK, "check", loan, "able", true, "repayable", false, "check-note", "有外债"))
                .containsExactly("没有劳动能力或还款能力的不能报批，请填写“不予贷款”。");
        check(loan);
        assertThat(play.refusal(DISPATCHER, "grant", loan, granted(60_000)))
                .containsExactly("放款金额不能超过申请金额，放款时余额等于贷款金额。");
        assertThat(play.refusal(CLERK, "grant", loan, granted(50_000))).containsExactly("reason.not-yours");
        play.does(DISPATCHER, "refuse", loan, "reason", "产业方向不符合");
        assertThat(play.now(loan).closed()).contains("explained");
    }

    /** “对已贷款的农户开展定期走访联系” */
    @Test
    void a_visit_is_due_in_every_quarter_and_the_street_is_notified_of_a_missed_one() {
        var loan = lent();
        play.at("2026-03-20T10:00");
        visit(loan);
        assertThat(play.due(loan, "visit")).isEqualTo("2026-06-30T17:30");
        play.at("2026-07-08T09:00");
        assertThat(play.now(loan).late()).isTrue();
        assertThat(play.now(loan).clock("visit").orElseThrow().escalated()).isEqualTo(1);
        visit(loan);
        assertThat(play.due(loan, "visit")).isEqualTo("2026-12-31T17:30");
    }

    /** “收得回” */
    @Test
    void a_loan_is_repaid_when_nothing_is_left_of_the_balance() {
        var loan = lent();
        assertThat(play.refusal(CLERK, "repay", loan, "paid", 20_000, "balance", 40_000))
                .containsExactly("还款后的余额应等于原余额减去本次还款。");
        play.does(CLERK, "repay", loan, "paid", 20_000, "balance", 30_000);
        assertThat(play.due(loan, "visit")).isEqualTo("2026-03-31T17:30");
        play.does(CLERK, "repay", loan, "paid", 30_000, "balance", 0);
        assertThat(play.now(loan).closed()).contains("done");
        assertThat(play.now(loan).running()).isEmpty();
        play.holds();
    }

    @Test
    void a_need_found_on_a_visit_becomes_an_order() {
        var loan = lent();
        play.does(SECRETARY, "raise-need", loan, "need", "脐橙滞销，问有没有销路");
        play.at("2026-03-02T10:00");
        var order = play.child(loan, "need");
        assertThat(play.step(order)).isEqualTo("triage");
        assertThat(play.now(order).text("content")).isEqualTo("脐橙滞销，问有没有销路");
    }

    /** “全县建立299个乡镇振兴金融帮扶服务站”; “截至8月中旬,新宁县小额信贷贷款余额1.52亿元3167户” */
    @Test
    void the_sums_of_balance_and_households_are_those_of_the_source() {
        play.at("2026-11-24T09:00");
        int stations = 299;
        for (int station = 0; station < stations; station++) {
            int households = station < 177 ? 11 : 10;
            int balance = station < 61 ? 508_362 : 508_361;
            entered("XN-" + station, "服务站" + station, households, balance);
        }
        assertThat(jdbc.sql("""
                                select count(distinct s.state::jsonb #>> '{fields,station}') || ' '
                                    || sum((s.state::jsonb #>> '{fields,households}')::bigint) || ' '
                                    || sum((s.state::jsonb #>> '{fields,balance}')::bigint)
                                from subject s
                                where s.method = 'microcredit' and s.closed is null and s.key like 'XN-%'
                                """).query(String.class).single()).isEqualTo("299 3167 152000000");
        play.holds();
    }

    private void entered(String code, String station, int households, int balance) {
        play.raises(
                "microcredit",
                DISPATCHER,
                "enter",
                "code",
                code,
                "title",
                station + "贷款户",
                "region",
                COMMUNITY,
                "station",
                station,
                "helper",
                "帮扶干部甲",
                "households",
                households,
                "amount",
                balance,
                "balance",
                balance,
                "industry",
                "planting",
                "due-on",
                "2029-08-15");
    }

    private void visit(Order loan) {
        play.does(CLERK, "visit", loan, "how", "visit", "use-found", "as-agreed", "findings", "脐橙长势好");
    }

    private Order lent() {
        var loan = applied();
        check(loan);
        return grant(loan);
    }

    private void check(Order loan) {
        play.does(CLERK, "check", loan, "able", true, "repayable", true, "check-note", "种脐橙8亩");
    }

    private Order grant(Order loan) {
        return play.does(DISPATCHER, "grant", loan, granted(50_000));
    }

    private static Object[] granted(int amount) {
        return new Object[] {
            "amount",
            amount,
            "balance",
            amount,
            "due-on",
            "2029-03-09",
            "bank",
            "农村商业银行",
            "terms",
            List.of("no-mortgage", "no-guarantee", "full-subsidy")
        };
    }

    private Order applied() {
        return play.raises(
                "microcredit",
                CLERK,
                "apply",
                "code",
                "DK-" + LOANS.incrementAndGet(),
                "title",
                "户主甲",
                "region",
                COMMUNITY,
                "station",
                "萝卜湾服务站",
                "helper",
                "帮扶干部甲",
                "households",
                1,
                "wanted",
                50_000,
                "industry",
                "planting",
                "purpose",
                "种脐橙，买农资");
    }
}
