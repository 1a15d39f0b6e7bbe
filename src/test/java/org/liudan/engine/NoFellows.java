package org.liudan.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** An order that is alone in the world: nobody reads what it writes to others. */
record NoFellows(LongSupplier ids) implements Fellows {

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
