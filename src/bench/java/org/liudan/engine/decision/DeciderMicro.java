package org.liudan.engine.decision;

import java.util.concurrent.TimeUnit;
import org.liudan.engine.order.Order;
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
public class DeciderMicro {

    private final LivedOrders lived = new LivedOrders();

    @Benchmark
    public void deciding_the_seven_actions_of_a_lifecycle(Blackhole gone) {
        lived.moments().forEach(moment -> gone.consume(moment.decided()));
    }

    @Benchmark
    public Order folding_an_order_from_its_events() {
        return Order.fold(1, EngineStory.METHOD.id(), 1, lived.events());
    }
}
