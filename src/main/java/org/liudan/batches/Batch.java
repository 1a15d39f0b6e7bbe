package org.liudan.batches;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.liudan.engine.decision.Attempt;
import org.liudan.engine.decision.Relocation;
import org.liudan.engine.decision.Reversioning;
import org.liudan.engine.order.Actor;

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
    static final String REVERSION = Reversioning.RULEBOOK_CHANGED;

    /** Stands for moving orders and subjects to another region, which is the answer. */
    static final String RELOCATION = Relocation.RELOCATED;

    private static final String REGION = "region";

    static Map<String, Object> to(String region) {
        return Map.of(REGION, region);
    }

    String region() {
        return answers.getOrDefault(REGION, "").toString();
    }

    Attempt attempt() {
        return new Attempt(action, by, answers);
    }

    /** Names the request for one order, so that it is done once however often the batch is taken up again. */
    String request(long order) {
        return "batch-" + id + "-" + order;
    }
}
