package org.liudan.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.People.CLERK;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.order.Order;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.store.OrderNumber;
import org.liudan.organisation.Directories;
import org.liudan.rulebook.Rulebook;
import org.liudan.rulebook.SixOrders;
import org.liudan.testing.Browser;
import org.liudan.testing.District;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The administrator migrates open orders on a page after a change of the rules. */
@DistrictTest
@TestPropertySource(properties = "liudan.database-of=older")
class OlderOrdersTest {

    private static final String PAGE = "/admin/rulebook/six-orders/orders";

    @Autowired
    Batches batches;

    @Autowired
    OrderDesk desk;

    @Autowired
    Rulebook rulebook;

    @Autowired
    Directories directories;

    @Autowired
    District.People people;

    @Autowired
    SettableClock clock;

    @LocalServerPort
    int port;

    @BeforeEach
    void monday() {
        clock.set("2026-11-16T09:00");
    }

    @Test
    void chosen_orders_are_migrated_others_keep_their_version_and_a_removed_step_is_refused() {
        var solving = taken();
        var unchanged = taken();
        var explaining = people.does(CLERK, "find-unreasonable", people.raised(), "reason", "不归政府管");
        rulebook.publish(directories.district(), Map.of("six-orders.yaml", changed()));

        var administrator = new Browser(port).as("administrator");
        assertThat(administrator.get("/admin/rulebook").body()).contains(PAGE, "还有 3 件按旧版办理");
        assertThat(administrator.get("/methods/six-orders").body()).contains(PAGE);
        var page = administrator.get(PAGE).body();
        assertThat(page)
                .contains("还有 3 件", "“社区办理”的期限由 11月19日 17:30 改为 11月23日 17:30")
                .doesNotContain("路灯");
        assertThat(page).contains("value=\"" + number(solving) + "\"").doesNotContain("value=\"" + number(explaining));
        assertThat(page).contains("新版没有步骤“解释疏导”");

        var moves = administrator.post(PAGE, "order", number(solving), "order", number(explaining));
        assertThat(moves.status()).isEqualTo(302);
        batches.work();
        var result = administrator
                .get(moves.location().replaceFirst(".*(/admin/.*)", "$1"))
                .body();
        assertThat(result).contains("办成 1 件，共 2 件，未成 1 件", "新版没有步骤“解释疏导”").doesNotContain("路灯");
        assertThat(now(solving).version()).isEqualTo(2);
        assertThat(now(solving).clock("solve").orElseThrow().dueAt()).isEqualTo(SettableClock.at("2026-11-23T17:30"));
        assertThat(now(unchanged).version()).isEqualTo(1);
        assertThat(now(explaining).version()).isEqualTo(1);

        assertThat(administrator.post(PAGE, "order", number(solving)).status()).isEqualTo(422);
        assertThat(new Browser(port).as("auditor").get("/admin/audit").body())
                .contains("在办的单转按新版规则", "six-orders 2 (2)");
    }

    /** Six orders with a longer limit, and with another id for the step at which unreasonable orders are explained. */
    private static String changed() {
        return SixOrders.text()
                .replace(
                        "solve: { zh: 社区办理, en: Community solves, limit: 3",
                        "solve: { zh: 社区办理, en: Community solves, limit: 5")
                .replaceAll("(?<![\\w-])explaining(?![\\w-])", "persuading");
    }

    private Order taken() {
        return people.does(
                CLERK, "take", people.raised(), "reasonable", "urgent", "category", "infrastructure.streetlight");
    }

    private Order now(Order order) {
        return desk.find(order.id()).orElseThrow();
    }

    private String number(Order order) {
        return OrderNumber.of(order.id(), order.raisedAt(), clock.getZone()).text();
    }
}
