package org.liudan.batches;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.liudan.engine.decision.Attempt;
import org.liudan.engine.decision.Relocation;
import org.liudan.engine.decision.Reversioning;
import org.liudan.engine.order.Actor;

/**
 * The same action on many orders or subjects.
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

    /** The action of a batch that migrates orders to the version of their method in force. */
    static final String REVERSION = Reversioning.RULEBOOK_CHANGED;

    /** The action of a batch that moves orders and subjects to another region; the region is in the answers. */
    static final String RELOCATION = Relocation.RELOCATED;

    private static final String REGION = "region";

    static Map<String, Object> relocationAnswers(String region) {
        return Map.of(REGION, region);
    }

    String region() {
        return answers.getOrDefault(REGION, "").toString();
    }

    Attempt attempt() {
        return new Attempt(action, by, answers);
    }

    /** The idempotency key of one order: the action is done once, however often the batch is resumed. */
    String requestId(long order) {
        return "batch-" + id + "-" + order;
    }
}
