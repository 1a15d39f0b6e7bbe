package org.liudan.orders.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.People.CLERK;
import static org.liudan.testing.District.People.DISPATCHER;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.order.Order;
import org.liudan.testing.Browser;
import org.liudan.testing.District;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Play;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@DistrictTest
class SimilarOrdersTest {

    @Autowired
    Play play;

    @Autowired
    District.People people;

    @LocalServerPort
    int port;

    @BeforeEach
    void morning() {
        play.at("2026-11-16T09:00");
    }

    @Test
    void open_orders_about_the_same_thing_are_offered_for_merging_the_most_similar_first() {
        var first = signed("整个萝卜湾从凌晨三点起停水，到现在一滴水都没有，物业电话打不通");
        var second = signed("萝卜湾从凌晨三点起停水，到现在一滴水都没有，什么时候来水");
        var other = signed("七栋电梯困人，维保公司半小时才到，已经是这个月第四次");
        var page = mergePage(second);
        assertThat(page).contains("可能是同一件事").contains(play.number(first)).doesNotContain(play.number(other));
        assertThat(mergePage(other)).doesNotContain("可能是同一件事");
        play.does(DISPATCHER, "merge", second, "into", play.number(first), "reason", "同一片停水");
        assertThat(mergePage(first)).doesNotContain("data-value=\"" + play.number(second));
    }

    private Order signed(String content) {
        var order = people.raised(content);
        play.does(CLERK, "report", order, "reasonable", "urgent", "category", "infrastructure.streetlight");
        return play.does(DISPATCHER, "sign", order);
    }

    private String mergePage(Order order) {
        var page = new Browser(port).as("street").get("/orders/" + play.number(order) + "?do=merge");
        assertThat(page.status()).isEqualTo(200);
        return page.body();
    }
}
