package org.liudan.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.liudan.engine.decision.Attempt;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.desk.Outcome;
import org.liudan.organisation.Directories;
import org.liudan.testing.Browser;
import org.liudan.testing.District;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Play;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A guard that the compiler accepts may still fail when it is evaluated. */
@DistrictTest
class FailingGuardTest {

    private static final String TEXT = """
            method: failing-guard
            name: { zh: 除以零, en: Divides by zero }
            rings:
              ask: { zh: 申请, en: Ask }
            parties:
              community: { zh: 村（社区）, en: Community, region: community }
            counters:
              tries: { zh: 次数, en: Tries }
            fields:
              content: { zh: 做什么用, en: What for, type: text, open: true }
              region: { zh: 所在村（社区）, en: Community, type: region, open: true }
            clocks:
              answer: { zh: 答复期限, en: Answer, limit: 1 working days }
            steps:
              asked: { zh: 待答复, en: To be answered, ring: ask, holder: community.clerk, starts: [answer] }
              lent: { zh: 已借, en: Lent, ring: ask, closed: done }
            actions:
              ask: { zh: 申请, en: Ask, at: start, by: [resident], to: asked, form: { content: required, region: required } }
              lend:
                zh: 同意
                en: Lend
                at: [asked]
                by: [community.clerk]
                to: lent
                when: [{ that: 10 / count.tries > 1, else: { zh: 算不出来, en: It can't be worked out } }]
              refuse: { zh: 不同意, en: Refuse, at: [asked], by: [community.clerk], to: lent, count: tries }
            """;

    @Autowired
    Rulebook rulebook;

    @Autowired
    Directories directories;

    @Autowired
    OrderDesk desk;

    @Autowired
    Play play;

    @LocalServerPort
    int port;

    @Test
    void an_action_whose_guard_fails_is_refused_and_the_order_stays_usable() {
        rulebook.publish(directories.district(), "failing-guard.yaml", TEXT);
        var ask = new Attempt("ask", District.People.RESIDENT, Map.of("content", "开会", "region", District.COMMUNITY));
        var order = ((Outcome.Done) desk.raise("failing-guard", desk.nextId(), ask, request())).order();

        assertThat(play.refusal(District.People.CLERK, "lend", order)).containsExactly("算不出来");
        assertThat(new Browser(port)
                        .as("community")
                        .get("/orders/" + play.number(order))
                        .status())
                .isEqualTo(200);
        play.at("2026-12-01T09:00");
        assertThat(play.now(order).late()).isTrue();
    }

    private static String request() {
        return UUID.randomUUID().toString();
    }
}
