package org.liudan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.liudan.testing.Browser;
import org.liudan.testing.District;
import org.liudan.testing.Sheet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody reaches files of others through their own order or code, or a confidential order by any address. */
@AccessDistrict
class StrangersTest {

    private static final Set<Visitor> READERS = EnumSet.of(Visitor.LEADER, Visitor.DISCIPLINE);
    private static final String SECRET = "谁都不该读到的线索";

    @LocalServerPort
    int port;

    @Autowired
    RaisedOrders.RaisedOrderLookup orders;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_file_of_another_order_is_not_found_under_ones_own_order_or_code() {
        var own = RaisedOrders.at(new Browser(port), District.COMMUNITY, "自己的事", orders);
        var other = fileOfAnotherOrder();
        var resident = new Browser(port);
        var clerk = new Browser(port).as("community");
        for (var preview : List.of("", "?preview=true")) {
            assertThat(resident.get("/track/" + own.code() + "/files/" + own.file() + preview)
                            .status())
                    .isEqualTo(200);
            assertThat(resident.get("/track/" + own.code() + "/files/" + other + preview)
                            .status())
                    .isEqualTo(404);
            assertThat(clerk.get("/orders/" + own.number() + "/files/" + own.file() + preview)
                            .status())
                    .isEqualTo(200);
            assertThat(clerk.get("/orders/" + own.number() + "/files/" + other + preview)
                            .status())
                    .isEqualTo(404);
        }
        assertThat(resident.post("/track/" + own.code() + "/remark", "remark", "看看别人的", "files", other)
                        .status())
                .as("naming it in a form")
                .isIn(302, 422);
        assertThat(resident.get("/track/" + own.code() + "/files/" + other).status())
                .isEqualTo(404);
    }

    @Test
    void a_confidential_order_is_shown_only_to_its_readers_at_every_address() {
        var number = clue();
        long id = Long.parseLong(number.substring(9));
        var file = jdbc.sql("select id from order_attachment where order_id = :id")
                .param("id", id)
                .query(String.class)
                .single();
        for (var visitor : Visitor.values()) {
            var browser = visitor == Visitor.NOBODY ? new Browser(port) : new Browser(port).as(visitor.account);
            var page = "/orders/" + number;
            if (READERS.contains(visitor)) {
                assertThat(browser.get(page).body()).contains(SECRET);
                assertThat(browser.get(page + "/files/" + file).status()).isEqualTo(200);
                continue;
            }
            for (var address : List.of(
                    page, page + "/print", page + "/files/" + file, page + "/files/" + file + "?preview=true")) {
                closed(visitor, address, browser.get(address));
            }
            closed(visitor, "note", browser.post(page + "/actions/note", "note", "试试"));
            closed(visitor, "dismiss", browser.post(page + "/actions/dismiss", "opinion", "试试"));
            closed(visitor, "reveal", browser.post(page + "/reveal"));
            if (visitor.handlesOrders()) {
                for (var list : List.of("/ledger?q=" + number, "/ledger.xlsx", "/desk?tab=doing", "/map?state=all")) {
                    assertThat(Sheet.text(browser.get(list)))
                            .as(visitor + " " + list)
                            .doesNotContain(SECRET)
                            .doesNotContain("/orders/" + number);
                }
            }
        }
    }

    private static void closed(Visitor visitor, String what, Browser.Answer answer) {
        assertThat(answer.toSignIn() || answer.status() == 403 || answer.status() == 404)
                .as(visitor + " " + what + " " + answer.status())
                .isTrue();
        assertThat(answer.body()).doesNotContain(SECRET);
    }

    private String clue() {
        var office = new Browser(port).as("handler-inspection-office");
        var start = "/orders/new/inspection-clue/report";
        var form = SentForm.all(office.get(start).body(), start, SECRET).stream()
                .filter(one -> one.texts() > 0)
                .findFirst()
                .orElseThrow();
        var answer = office.upload(
                form.action(), "材料.png", RaisedOrders.png(), form.filled().toArray(String[]::new));
        assertThat(answer.status()).as(answer.body()).isEqualTo(302);
        long id = jdbc.sql("select max(id) from orders where method = 'inspection-clue'")
                .query(Long.class)
                .single();
        var order = orders.desk().find(id).orElseThrow();
        return org.liudan.orders.store.OrderNumber.of(
                        id, order.raisedAt(), orders.calendars().current())
                .text();
    }

    /** The id of a file that only another order has. */
    private String fileOfAnotherOrder() {
        var other = RaisedOrders.at(new Browser(port), "431271218201", "别人的事", orders);
        var id = "ab".repeat(32);
        jdbc.sql("""
                        insert into order_attachment (district_id, order_id, id, name, type, bytes, content, stored_at)
                        select district_id, order_id, :id, name, type, bytes, content, stored_at
                        from order_attachment
                        where order_id = :order
                        on conflict do nothing
                        """).param("id", id).param("order", other.id()).update();
        return id;
    }
}
