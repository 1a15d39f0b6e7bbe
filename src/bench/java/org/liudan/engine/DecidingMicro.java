package org.liudan.engine;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** What is decided of an order, without anything being read or written. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecidingMicro {

    private final Lived lived = new Lived();

    @Benchmark
    public void deciding_the_seven_actions_of_a_lifecycle(Blackhole gone) {
        lived.moments().forEach(moment -> gone.consume(moment.decided()));
    }

    @Benchmark
    public Order folding_an_order_from_its_events() {
        return Order.fold(1, Story.METHOD.id(), 1, lived.events());
    }
}
