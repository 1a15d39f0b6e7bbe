package org.liudan.batches;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.liudan.engine.Actor;
import org.liudan.engine.Attempt;

/**
 * The same action on many orders.
 *
 * @param finishedAt when the last of them was done or refused
 */
record Batch(
        long id,
        String method,
        Actor.Officer by,
        String action,
        Map<String, Object> answers,
        Instant createdAt,
        Optional<Instant> finishedAt) {

    /** Stands for moving orders over to the version of their method that is in force. */
    static final String REVERSION = "rulebook-changed";

    Attempt attempt() {
        return new Attempt(action, by, answers);
    }

    /** Names the request for one order, so that it is done once however often the batch is taken up again. */
    String request(long order) {
        return "batch-" + id + "-" + order;
    }
}
