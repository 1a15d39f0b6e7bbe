package org.liudan.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.liudan.engine.method.Method;
import org.liudan.rulebook.Shipped;

/** Whatever anybody does to orders of all the shipped methods at once, which write each other letters that come late. */
class SocietyWanderingTest {

    private static final int SOCIETIES = 200;
    private static final int STEPS = 300;
    private static final Method[] METHODS = Shipped.methods();

    private static final Map<String, Integer> TAKEN = new TreeMap<>();
    private static int steps;
    private static int undone;

    @Property(tries = SOCIETIES, shrinking = ShrinkingMode.OFF)
    void orders_keep_their_holders_their_clocks_their_rules_and_agree_on_each_other(@ForAll long seed) {
        var walk = new Walk(new Random(seed), METHODS);
        walk.steps(STEPS);
        steps += STEPS;
        undone += walk.undone;
        walk.taken.forEach((action, times) -> TAKEN.merge(action, times, Integer::sum));
    }

    /** Otherwise the wandering would prove little. */
    @AfterContainer
    static void it_walked_far_and_came_to_most_of_what_can_be_done() {
        long actions = 0;
        for (var method : METHODS) {
            actions += method.actions().size();
        }
        assertThat(steps).isGreaterThanOrEqualTo(60_000);
        assertThat(undone).as("merges undone").isGreaterThan(20);
        assertThat(TAKEN.size())
                .as("of %s actions, in %s steps: %s", actions, steps, TAKEN)
                .isGreaterThan((int) (actions * 0.8));
    }
}
