package org.liudan.bench;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * What the smallest pieces cost, by JMH in a process of its own: the working calendar, deciding, folding, JSON and hashes. Run
 * with {@code ./mvnw -Pbench verify -Dtest=MicroBench}; {@code -Dbench.forks}, {@code -Dbench.rounds} and {@code -Dbench.warm}
 * (each a second long) change how often, {@code -Dbench.only=Calendar} which.
 */
class MicroBench {

    private static final int FORKS = Integer.getInteger("bench.forks", 1);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int WARM = Integer.getInteger("bench.warm", 5);
    private static final String ONLY = System.getProperty("bench.only", "");

    @Test
    void the_smallest_pieces() throws Exception {
        // what JMH starts is to see what this test sees
        System.setProperty(
                "java.class.path",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        var options = new OptionsBuilder()
                .include(ONLY + ".*Micro\\.")
                .forks(FORKS)
                .warmupIterations(WARM)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(ROUNDS)
                .measurementTime(TimeValue.seconds(1))
                .build();
        System.out.printf("%n| what | µs | ± (99.9 %%) |%n|---|---:|---:|%n");
        for (var run : new Runner(options).run()) {
            var result = run.getPrimaryResult();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f |%n",
                    result.getLabel().replace('_', ' '),
                    result.getScore(),
                    result.getScoreError());
        }
    }
}
