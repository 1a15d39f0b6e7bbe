package org.liudan.rulepages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Event;
import org.liudan.engine.order.Seat;
import org.liudan.organisation.Directories;
import org.liudan.rulebook.SixOrders;
import org.liudan.settings.Calendars;
import org.liudan.testing.District;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;

@DistrictTest
class RehearsalTest {

    @Autowired
    Directories directories;

    @Autowired
    Calendars calendars;

    @Autowired
    District.People people;

    private final List<TrialScene> scenes = new ArrayList<>();

    @Test
    void an_imaginary_order_goes_to_the_posts_of_the_district_and_its_clocks_run_by_the_chosen_time() {
        addScene("2026-11-16T09:00", "raise", "resident", Map.of("content", "路灯坏了", "region", District.COMMUNITY));
        addScene(
                "2026-11-16T10:00",
                "take",
                "community.clerk",
                Map.of("reasonable", "urgent", "category", "infrastructure.streetlight"));
        var result = play();
        assertThat(result.refused()).isEmpty();
        assertThat(result.order().holder()).contains(new Seat(District.COMMUNITY, "clerk"));
        assertThat(result.order().dueAt()).contains(SettableClock.at("2026-11-19T17:30"));
        addScene("2026-11-23T09:00", "", "", Map.of());
        assertThat(play().events())
                .extracting(Event::action)
                .containsExactly("raise", "take", "clock-warned", "clock-breached", "clock-escalated");
    }

    @Test
    void a_refused_scene_changes_nothing_and_gives_the_reason() {
        addScene("2026-11-16T09:00", "raise", "resident", Map.of("content", "路灯坏了", "region", District.COMMUNITY));
        addScene("2026-11-16T10:00", "report", "community.clerk", Map.of());
        var result = play();
        assertThat(result.played()).isEqualTo(1);
        assertThat(result.order().step()).isEqualTo("triage");
        assertThat(result.refused()).extracting(Reason::key).containsOnly("reason.required");
    }

    @Test
    void only_actions_that_somebody_may_take_now_are_proposed() {
        assertThat(rehearsal().possibleActions(play()))
                .extracting(Action::id)
                .containsExactly("raise", "register", "open", "found");
        addScene("2026-11-16T09:00", "register", "street.clerk", registered());
        assertThat(play().refused()).isEmpty();
        assertThat(rehearsal().possibleActions(play()))
                .extracting(Action::id)
                .contains("report", "solve", "withdraw")
                .doesNotContain("sign", "raise", "finish");
    }

    @Test
    void a_scene_is_the_same_after_it_was_sent_through_a_form() {
        var scene = new TrialScene("2026-11-16T09:00", "raise", "street.clerk", Map.of("content", "一 & 二 = 三\n四"));
        assertThat(TrialScene.parse(scene.toString())).isEqualTo(scene);
        assertThat(TrialScene.parse("at=%zz&&=x").answers()).isEmpty();
    }

    private static Map<String, String> registered() {
        return Map.of("channel", "visit", "happened", "2026-11-16", "content", "路灯坏了", "region", District.COMMUNITY);
    }

    private void addScene(String at, String action, String as, Map<String, String> answers) {
        scenes.add(new TrialScene(at, action, as, answers));
    }

    private Rehearsal.RehearsalResult play() {
        return rehearsal().play(scenes, SettableClock.at("2026-11-16T08:00"));
    }

    private Rehearsal rehearsal() {
        return new Rehearsal(
                SixOrders.method().as(1), directories.current(), calendars.current(), UnaryOperator.identity());
    }
}
