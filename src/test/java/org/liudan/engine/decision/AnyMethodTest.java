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

/** Methods that nobody thought of: what the reader accepts, the engine can live with, whatever anybody does. */
class AnyMethodTest {

    private static final int METHODS = 400;
    private static final int STEPS = 100;

    private static int steps;
    private static int taken;
    private static int undone;

    @Property(tries = METHODS, shrinking = ShrinkingMode.OFF)
    void orders_of_any_sound_method_keep_their_holders_their_clocks_and_their_rules(
            @ForAll("methods") Map<String, String> texts, @ForAll long seed) {
        var walk = new Walk(new Random(seed), Joint.methods(texts));
        walk.steps(STEPS);
        steps += STEPS;
        taken += walk.taken.values().stream().mapToInt(Integer::intValue).sum();
        undone += walk.undone;
    }

    @Provide
    static Arbitrary<Map<String, String>> methods() {
        return Arbitraries.longs().map(seed -> AnyMethod.texts("any", new Random(seed)));
    }

    /** Otherwise it would prove little. */
    @AfterContainer
    static void much_was_done() {
        assertThat(steps).isGreaterThanOrEqualTo(40_000);
        assertThat(taken).as("actions taken in %s steps", steps).isGreaterThan(15_000);
        assertThat(undone).as("merges undone").isGreaterThan(50);
    }
}
