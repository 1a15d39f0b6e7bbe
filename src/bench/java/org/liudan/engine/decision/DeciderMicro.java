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

/** Decisions about an order, without a database. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DeciderMicro {

    private final LivedOrders orders = new LivedOrders();

    @Benchmark
    public void deciding_the_seven_actions_of_a_lifecycle(Blackhole blackhole) {
        orders.moments().forEach(moment -> blackhole.consume(moment.decide()));
    }

    @Benchmark
    public Order folding_an_order_from_its_events() {
        return Order.fold(1, EngineStory.METHOD.id(), 1, orders.events());
    }
}
