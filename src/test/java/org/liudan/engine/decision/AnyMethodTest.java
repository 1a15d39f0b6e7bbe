package org.liudan.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.liudan.rulebook.AnyMethod;
import org.liudan.rulebook.Joint;

/** Random methods: the engine can handle every method that the rulebook's reader accepts, whatever the actions are. */
class AnyMethodTest {

    private static final int METHODS = 400;
    private static final int STEPS = 100;

    private static int steps;
    private static int taken;
    private static int undone;

    @Property(tries = METHODS, shrinking = ShrinkingMode.OFF)
    void orders_of_any_valid_method_keep_their_holders_clocks_and_rules(
            @ForAll("methods") Map<String, String> texts, @ForAll long seed) {
        var walk = new RandomWalk(new Random(seed), Joint.methods(texts));
        walk.steps(STEPS);
        steps += STEPS;
        taken += walk.taken.values().stream().mapToInt(Integer::intValue).sum();
        undone += walk.undoneMerges;
    }

    @Provide
    static Arbitrary<Map<String, String>> methods() {
        return Arbitraries.longs().map(seed -> AnyMethod.texts("any", new Random(seed)));
    }

    /** Without this the test would prove little. */
    @AfterContainer
    static void many_actions_were_taken() {
        assertThat(steps).isGreaterThanOrEqualTo(40_000);
        assertThat(taken).as("actions taken in %s steps", steps).isGreaterThan(15_000);
        assertThat(undone).as("merges undone").isGreaterThan(50);
    }
}
