package org.liudan.orders.store;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.liudan.engine.decision.LivedOrders;
import org.liudan.engine.order.Order;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Orders and events as they are kept: written, hashed and read. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class JsonMicro {

    private final LivedOrders lived = new LivedOrders();
    private final List<String> bodies =
            lived.events().stream().map(OrderJson::write).toList();
    private final String state = OrderJson.write(lived.order());

    @Benchmark
    public String writing_an_order() {
        return OrderJson.write(lived.order());
    }

    @Benchmark
    public Order reading_an_order() {
        return OrderJson.order(state);
    }

    @Benchmark
    public void writing_the_seven_events_of_a_lifecycle(Blackhole gone) {
        lived.events().forEach(event -> gone.consume(OrderJson.write(event)));
    }

    @Benchmark
    public String hashing_the_seven_events_of_a_lifecycle() {
        var hash = OrderJson.INITIAL_HASH;
        for (var body : bodies) {
            hash = OrderJson.hash(hash, 431271, 1, body);
        }
        return hash;
    }

    @Benchmark
    public void reading_the_seven_events_of_a_lifecycle(Blackhole gone) {
        bodies.forEach(body -> gone.consume(OrderJson.event(body)));
    }
}
