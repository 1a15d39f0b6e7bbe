package org.liudan.engine.decision;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.liudan.engine.method.OrderLookup;

/** A lookup without other orders; messages to them are never delivered. */
record NoOtherOrders(LongSupplier ids) implements OrderLookup {

    @Override
    public long nextId() {
        return ids.getAsLong();
    }

    @Override
    public Optional<Fellow> find(String number) {
        return Optional.empty();
    }

    @Override
    public List<Kept> kept(String register, List<String> regions, String method) {
        return List.of();
    }

    @Override
    public Surveyed surveyed(String register, List<String> areas, String since) {
        return new Surveyed(0, 0);
    }
}
