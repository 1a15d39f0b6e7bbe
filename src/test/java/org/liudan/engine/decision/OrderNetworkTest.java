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

/** Random actions on orders of all shipped methods together, with messages between them that arrive late. */
class OrderNetworkTest {

    private static final int NETWORKS = 200;
    private static final int STEPS = 300;
    private static final Method[] METHODS = Shipped.methods();

    private static final Map<String, Integer> TAKEN = new TreeMap<>();
    private static int steps;
    private static int undone;

    @Property(tries = NETWORKS, shrinking = ShrinkingMode.OFF)
    void orders_keep_their_holders_clocks_and_rules_and_their_links_agree(@ForAll long seed) {
        var walk = new RandomWalk(new Random(seed), METHODS);
        walk.steps(STEPS);
        steps += STEPS;
        undone += walk.undoneMerges;
        walk.taken.forEach((action, times) -> TAKEN.merge(action, times, Integer::sum));
    }

    /** Without this the random walk would prove little. */
    @AfterContainer
    static void most_actions_were_taken() {
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
