package org.liudan.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.People.CLERK;
import static org.liudan.testing.District.People.DISPATCHER;

import org.junit.jupiter.api.Test;
import org.liudan.testing.District;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;

/** A message from the chat group, decided in the weekly meeting and rated on the phone. */
@JourneyTest
class MeetingJourneyTest {

    private static final String TITLE = "群里反映停水两天";

    @Autowired
    District.People people;

    @Autowired
    SettableClock clock;

    @Test
    void a_chat_message_is_registered_decided_in_the_meeting_and_rated_on_the_phone(Town town) {
        // given a clerk who registers a message for a resident
        clock.set("2026-11-16T09:00");
        var order = registered(town);
        order.perform("report", "reasonable", "urgent", "category", "infrastructure.water-supply");
        var number = order.number();
        // when the street goes through its list and decides on the spot
        clock.set("2026-11-20T09:00");
        var meeting = QueueScreen.open(town.officer("street"), "meeting").skipTo(TITLE);
        meeting.window().photograph("meeting");
        meeting.choose("sign").send();
        meeting.skipTo(TITLE);
        var dispatch = meeting.choose("dispatch");
        assertThat(dispatch.value("department")).isEqualTo("water-supply");
        assertThat(dispatch.value("meeting")).isEqualTo("2026-11-20");
        dispatch.send();
        assertThat(meeting.titles()).doesNotContain(TITLE);
        // and the department has done it
        var department = OrderScreen.open(town.officer("handler-water-supply"), number);
        department.perform("accept", "difficulty", "ordinary", "words", "正在抢修。");
        department.perform("finish", "result", "爆管已修复，恢复供水。", "files", "抢修.jpg");
        // and the clerk calls back
        clock.set("2026-11-23T09:00");
        var calls = QueueScreen.open(town.officer("community"), "callbacks").skipTo(TITLE);
        calls.window().photograph("callbacks");
        calls.choose("no-contact").fill("contact", "phone", "note", "没人接").send();
        calls.skipTo(TITLE);
        calls.choose("record-rating")
                .fill("contact", "visit", "rating", "satisfied", "rating-words", "水来了")
                .send();
        // then the order is rated and no longer on the list
        assertThat(calls.titles()).doesNotContain(TITLE);
        department.reload();
        assertThat(department.status()).isEqualTo("办结已评");
        assertThat(department.facts()).contains("为民服务微信群", "满意", "水来了");
    }

    @Test
    void in_the_meeting_an_order_stays_on_the_list_or_is_assigned_to_an_office(Town town) {
        // given
        clock.set("2026-11-16T09:00");
        var order = people.raised("邻居装修敲墙");
        people.does(CLERK, "report", order, "reasonable", "deferrable", "category", "disputes.neighbour-dispute");
        people.does(DISPATCHER, "sign", order);
        var meeting = QueueScreen.open(town.officer("street"), "meeting").skipTo("邻居装修敲墙");
        // when the order stays on the list this week, and is assigned to an office the next
        meeting.choose("keep-on").fill("note", "先由社区调解").send();
        clock.set("2026-11-23T09:00");
        meeting = QueueScreen.open(meeting.window(), "meeting").skipTo("邻居装修敲墙");
        meeting.choose("assign")
                .fill("office", District.STREET + "-affairs", "responsible", "分管主任", "days", "2")
                .send();
        // then the office handles it and the resident rates it
        var office = DeskScreen.open(town.officer("office"), "todo").open("邻居装修敲墙");
        assertThat(office.clock("办结")).contains("11月25日 17:30 前（还有 2 个工作日）");
        office.perform("finish-in-street", "result", "双方签了协议。");
        var track = town.track(order);
        track.rate("satisfied", "");
        assertThat(track.rings())
                .extracting(TrackScreen.ShownRing::state)
                .containsExactly("done", "done", "done", "skipped", "skipped", "done");
    }

    private static OrderScreen registered(Town town) {
        var window = town.officer("community");
        window.open("/orders/new");
        window.photograph("register");
        new FormScreen(window, window.page().locator("form[action='/orders/new']"))
                .fill("channel", "chat-group", "content", TITLE, "person", "居民乙", "phone", "13900001111")
                .fill("happened", "2026-11-15", "situation", "独居老人")
                .send();
        var order = new OrderScreen(window);
        assertThat(order.status()).isEqualTo("社区研判");
        assertThat(order.facts()).contains("为民服务微信群", "2026-11-15", "独居老人", "居民查询码");
        return order;
    }
}
