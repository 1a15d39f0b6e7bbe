package org.liudan.engine;

import java.util.Optional;

/** An order that is alone in the world. */
record NoFellows() implements Fellows {

    @Override
    public long nextId() {
        throw new IllegalStateException("This order opens no others");
    }

    @Override
    public Optional<Fellow> find(String number) {
        return Optional.empty();
    }
}
