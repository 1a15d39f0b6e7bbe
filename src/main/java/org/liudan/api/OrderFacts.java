package org.liudan.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liudan.orderpages.RelatedOrders;
import org.liudan.orders.wording.LabelledValue;
import org.liudan.orders.wording.PersonalData;

/**
 * Everything about one order that its page shows too. In JSON the unwrapped parts are on the same level.
 *
 * @param actions the actions that this program may take now, each with its form
 * @param notNow the actions of this step that this program may not take, and why
 */
record OrderFacts(
        @JsonUnwrapped OrderHeading heading,
        @JsonUnwrapped OrderPosition position,
        @JsonUnwrapped OrderData data,
        List<RunningClock> clocks,
        List<ChainRing> chain,
        OrderRelations kin,
        List<EventText> events,
        List<FileFacts> files,
        List<AllowedAction> actions,
        List<BlockedAction> notNow) {

    /** Its number, method, version of the method, title and content. */
    record OrderHeading(String number, NamedCode method, int version, String title, String content) {}

    /**
     * Its place in the method.
     *
     * @param closed how it ended: {@code done}, {@code explained}, {@code withdrawn}; empty if it is open
     * @param supervised true if a supervision order presses it
     */
    record OrderPosition(
            NamedCode step,
            String ring,
            Optional<OrderHolder> holder,
            Optional<String> closed,
            boolean supervised,
            Instant raisedAt,
            Instant changedAt) {}

    /**
     * Its answers.
     *
     * @param fields by field id of the method; personal data is only in {@code personal}
     * @param facts the same in words
     * @param code the tracking code, for posts that speak with the resident
     * @param parties the unit of each party
     */
    record OrderData(
            Map<String, Object> fields,
            List<LabelledFact> facts,
            Optional<PersonalFacts> personal,
            Optional<String> code,
            Map<String, String> parties) {}

    /** The unit and post that hold it. */
    record OrderHolder(NamedCode unit, NamedCode post) {}

    /** A label and a value in words. */
    record LabelledFact(String label, String value) {

        static LabelledFact of(LabelledValue fact) {
            return new LabelledFact(fact.label(), fact.value());
        }
    }

    /**
     * The person who raised it.
     *
     * @param mayReveal true if this program may ask for it in full, which is recorded in the audit trail
     * @param revealed true if it is in full here
     */
    record PersonalFacts(List<LabelledFact> facts, boolean mayReveal, boolean revealed) {

        static PersonalFacts of(PersonalData.Shown personal) {
            return new PersonalFacts(
                    personal.facts().stream().map(LabelledFact::of).toList(),
                    personal.mayReveal(),
                    personal.revealed());
        }
    }

    /**
     * A running clock.
     *
     * @param run 1 for the first run of this clock in the order
     * @param unit the unit that is responsible for it
     * @param settled false if the deadline may still change because the holidays of its year are not published
     */
    record RunningClock(
            String id,
            String name,
            int run,
            NamedCode unit,
            String limit,
            Instant startedAt,
            Instant warnAt,
            Instant dueAt,
            boolean paused,
            boolean settled,
            Optional<Instant> breachedAt) {}

    /**
     * One ring of the chain.
     *
     * @param state {@code waiting}, {@code now}, {@code done} or {@code skipped}
     * @param units the units that held it in this ring
     */
    record ChainRing(String ring, String name, String state, List<NamedCode> units) {}

    /**
     * The related orders, as far as this program may see them.
     *
     * @param above the orders that it is a part of or merged into
     * @param parts the orders that it opened
     * @param joined the orders that are merged into it
     */
    record OrderRelations(List<RelatedOrder> above, List<RelatedOrder> parts, List<RelatedOrder> joined) {

        static OrderRelations of(RelatedOrders related) {
            return new OrderRelations(
                    relatedOrders(related.above()), relatedOrders(related.parts()), relatedOrders(related.joined()));
        }

        private static List<RelatedOrder> relatedOrders(List<RelatedOrders.Relative> relatives) {
            return relatives.stream()
                    .map(related -> new RelatedOrder(
                            related.number(), related.method(), related.title(), related.unit(), related.status()))
                    .toList();
        }
    }

    /**
     * A related order.
     *
     * @param number empty if this program may not see it
     */
    record RelatedOrder(String number, String method, String title, String unit, String status) {}

    /**
     * One event in words.
     *
     * @param action the action that was taken by somebody or by the system
     * @param said the answers
     * @param files the ids of files
     * @param moves the effects, in words
     */
    record EventText(
            int number,
            String action,
            Instant at,
            String what,
            String who,
            List<LabelledFact> said,
            List<String> files,
            List<String> moves) {}

    /** An action that this program may take now, with its form. */
    record AllowedAction(String id, String name, boolean main, List<FieldFacts> form) {}

    /** An action that this program may not take now, and why. */
    record BlockedAction(String id, String name, String why) {}
}
