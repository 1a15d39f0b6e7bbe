package org.liudan.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.People.CLERK;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.batches.Batches;
import org.liudan.engine.order.Order;
import org.liudan.organisation.Directories;
import org.liudan.rulebook.Rulebook;
import org.liudan.rulebook.SixOrders;
import org.liudan.testing.District;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;

/** The rules, read by officers and changed by the administrator. */
@JourneyTest
class RulebookJourneyTest {

    private static final String SOLVE = "solve: { zh: 社区办理, en: Community solves, limit: ";

    @Autowired
    District.People people;

    @Autowired
    SettableClock clock;

    @Autowired
    Rulebook rulebook;

    @Autowired
    Directories directories;

    @Autowired
    Batches batches;

    @BeforeEach
    void set_the_clock_to_a_monday() {
        clock.set("2026-11-16T09:00");
    }

    @AfterEach
    void restore_the_rules() {
        int district = directories.district();
        int version = rulebook.current(district, "six-orders").version();
        if (version > 1) {
            rulebook.publish(
                    district, new Rulebook.Wish("six-orders.yaml", SixOrders.text(), version, "administrator"));
        }
    }

    @Test
    void a_method_is_drawn_for_desktop_and_phone_and_each_count_links_to_its_orders(Town town) {
        people.dispatched("路灯不亮，等部门接单");
        var street = town.officer("street");
        street.click(street.page().locator("nav a[href='/methods']"));
        street.click(street.page().locator(".methods .title").first());
        assertThat(street.text("h1")).isEqualTo("六单工作法");
        assertThat(street.shows("svg.wide")).isTrue();
        assertThat(street.shows("svg.narrow")).isFalse();
        assertThat(street.texts(".limits dt")).contains("当天回应群众 当天", "社区办理 3 个工作日");
        assertThat(street.texts("section[aria-labelledby=limits] dd"))
                .contains("超期 3 个工作日，报联点领导 区领导", "“接单”时：“难度”为“难度较大（15 个工作日）”时，15 个工作日；否则 3 个工作日");
        street.photograph("method");
        street.page().setViewportSize(Window.NARROW, Window.HIGH);
        assertThat(street.shows("svg.narrow")).isTrue();
        assertThat(street.shows("svg.wide")).isFalse();
        street.page().setViewportSize(Window.WIDE, Window.HIGH);
        var count = street.page().locator("svg.wide a[href$='step=accepting']");
        var standing = count.textContent().strip().replace(" 件", "");
        assertThat(Integer.parseInt(standing)).isPositive();
        street.click(count);
        assertThat(street.text(".head p")).startsWith("共 " + standing + " 件");
    }

    @Test
    void faults_of_a_pasted_text_are_listed_with_line_and_reason(Town town) {
        var page = RulebookScreen.open(town.officer("administrator"), "six-orders");
        var text = page.text();
        long line = text.substring(0, text.indexOf("to: signing\n")).lines().count();
        page.check(text.replace("to: signing\n", "to: nowhere\n"));
        assertThat(page.faults()).hasSize(1);
        assertThat(page.faults().get(0)).startsWith("第 " + line + " 行").contains("to: nowhere", "没有名为“nowhere”的步骤");
        assertThat(page.window().shows("#line-" + line + ".wrong")).isTrue();
        page.window().photograph("rulebook-faults");
        page.window().page().locator("[data-line='" + line + "']").click();
        assertThat(page.window().page().evaluate("() => window.getSelection().toString()"))
                .asString()
                .contains("to: nowhere");
        page.check(text);
        assertThat(page.faults()).isEmpty();
        assertThat(page.window().shows("svg.wide")).isTrue();
    }

    @Test
    void a_trial_order_goes_through_a_method_and_is_not_stored(Town town) {
        var page = RulebookScreen.open(town.officer("administrator"), "six-orders");
        page.perform("2026-11-16T09:00", "raise", "resident", "content", "假想的路灯坏了", "region", District.COMMUNITY);
        assertThat(page.trialStatus()).contains("社区研判", "萝卜湾社区 经办人");
        page.perform("2026-11-16T10:00", "solve", "community.clerk");
        assertThat(page.window().texts(".trial .fault li")).contains("请填写“办理结果”。");
        page.perform(
                "2026-11-16T10:00",
                "take",
                "community.clerk",
                "reasonable",
                "urgent",
                "category",
                "infrastructure.streetlight");
        page.passTime("2026-11-23T09:00");
        assertThat(page.history()).isEqualTo(List.of("超期升级", "已超期", "临期提醒", "社区自办", "点单"));
        page.window().photograph("rulebook-trial");
        var leader = town.officer("leader");
        leader.open("/ledger?q=假想的路灯");
        assertThat(leader.texts(".orders .title")).isEmpty();
    }

    @Test
    void a_published_limit_applies_to_later_orders_and_earlier_ones_keep_theirs(Town town) {
        var before = people.raised("公布之前的诉求");
        var administrator = town.officer("administrator");
        var page = RulebookScreen.open(administrator, "six-orders");
        page.check(page.text().replace(SOLVE + "3", SOLVE + "5"));
        page.publish();
        assertThat(administrator.text("[role=status]")).startsWith("六单工作法第").contains("已公布");
        var after = people.raised("公布之后的诉求");
        assertThat(taken(before).dueAt()).contains(SettableClock.at("2026-11-19T17:30"));
        assertThat(taken(after).dueAt()).contains(SettableClock.at("2026-11-23T17:30"));
        var auditor = town.officer("auditor");
        auditor.open("/admin/audit?kind=rulebook");
        assertThat(auditor.texts("tbody tr").get(0)).contains("administrator", "公布规则", "six-orders", "成功");
        var clerk = town.officer("community");
        clerk.open("/methods/six-orders");
        assertThat(clerk.texts(".versions tbody tr").get(0)).contains("现行", "administrator");
        clerk.click(clerk.button("比较两个版本"));
        assertThat(clerk.texts(".difference .added code"))
                .singleElement()
                .asString()
                .contains("5 working days");
        assertThat(clerk.texts(".difference .taken code"))
                .singleElement()
                .asString()
                .contains("3 working days");
    }

    @Test
    void the_administrator_moves_open_orders_to_a_new_version_after_a_preview(Town town) {
        var order = taken(people.raised("要转按新版的诉求"));
        var administrator = town.officer("administrator");
        var page = RulebookScreen.open(administrator, "six-orders");
        page.check(page.text().replace(SOLVE + "3", SOLVE + "6"));
        page.publish();
        administrator.click(administrator.page().locator(".older").first());
        var row = "tr:has-text('" + town.numberOf(order) + "')";
        assertThat(administrator.text(row)).contains("社区办理", "由 11月19日 17:30 改为 11月24日 17:30");
        assertThat(administrator.page().content()).doesNotContain("要转按新版的诉求");
        administrator.photograph("rulebook-older");
        administrator.click(administrator.page().locator("form[action$=orders] button.main"));
        batches.work();
        administrator.open(administrator.page().url());
        assertThat(administrator.text("[role=status]")).startsWith("已完成");
        assertThat(administrator.text("li:has-text('" + town.numberOf(order) + "')"))
                .contains("已办");
        assertThat(town.order("community", order).clock("社区办理")).contains("11月24日 17:30");
    }

    private Order taken(Order order) {
        return people.does(CLERK, "take", order, "reasonable", "urgent", "category", "infrastructure.streetlight");
    }
}
