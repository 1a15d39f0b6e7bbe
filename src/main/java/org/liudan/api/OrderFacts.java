package org.liudan.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liudan.orderpages.RelatedOrders;
import org.liudan.orders.wording.LabelledValue;
import org.liudan.orders.wording.PersonalData;
import org.liudan.web.FieldView;

/**
 * Everything about one order that its page shows too.
 *
 * @param fields what is known, by the names of the method; personal data is only in {@code personal}
 * @param facts the same in words
 * @param code the tracking code, for those who speak with the resident
 * @param actions what this program may do now, each with its form
 * @param notNow the actions of this step that it may not take, and why
 */
record OrderFacts(
        String number,
        NamedCode method,
        int version,
        String title,
        String content,
        NamedCode step,
        String ring,
        Optional<OrderHolder> holder,
        Optional<String> closed,
        boolean supervised,
        Instant raisedAt,
        Instant changedAt,
        Map<String, Object> fields,
        List<LabelledFact> facts,
        Optional<PersonalFacts> personal,
        Optional<String> code,
        Map<String, String> parties,
        List<RunningClock> clocks,
        List<ChainRing> chain,
        OrderRelations kin,
        List<EventText> events,
        List<FileFacts> files,
        List<AllowedAction> actions,
        List<BlockedAction> notNow) {

    /** Who holds it. */
    record OrderHolder(NamedCode unit, NamedCode post) {}

    /** A label and a value in words. */
    record LabelledFact(String label, String value) {

        static LabelledFact of(LabelledValue fact) {
            return new LabelledFact(fact.label(), fact.value());
        }
    }

    /**
     * Who raised it.
     *
     * @param mayReveal true when it may be asked for in full, which is recorded
     */
    record PersonalFacts(List<LabelledFact> facts, boolean mayReveal, boolean revealed) {

        static PersonalFacts of(PersonalData.Shown personal) {
            return new PersonalFacts(
                    personal.facts().stream().map(LabelledFact::of).toList(), personal.mayReveal(), personal.revealed());
        }
    }

    /**
     * A running clock.
     *
     * @param unit who answers for it
     * @param settled false while the deadline may still move with next year's holidays
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
     * @param units who had it there
     */
    record ChainRing(String ring, String name, String state, List<NamedCode> units) {}

    /** The orders that it belongs with, as far as this program may see them. */
    record OrderRelations(List<RelatedOrder> above, List<RelatedOrder> parts, List<RelatedOrder> joined) {

        static OrderRelations of(RelatedOrders family) {
            return new OrderRelations(relatedOrders(family.above()), relatedOrders(family.parts()), relatedOrders(family.joined()));
        }

        private static List<RelatedOrder> relatedOrders(List<RelatedOrders.Relative> relatives) {
            return relatives.stream()
                    .map(one -> new RelatedOrder(one.number(), one.method(), one.title(), one.unit(), one.status()))
                    .toList();
        }
    }

    /**
     * One of them.
     *
     * @param number empty when this program may not see it
     */
    record RelatedOrder(String number, String method, String title, String unit, String status) {}

    /**
     * One event in words.
     *
     * @param action the action taken, or what the program did by itself
     * @param said what was filled in
     * @param moves what followed
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

    /** An action open to this program, with its form. */
    record AllowedAction(String id, String name, boolean main, List<FieldFacts> form) {}

    /** One field of a form. */
    record FieldFacts(
            String id,
            String type,
            String label,
            Optional<String> hint,
            String need,
            String proposed,
            List<FieldChoice> choices,
            long least,
            long most) {

        /** What is personal is not proposed: it would be revealed without a record. */
        static FieldFacts of(FieldView field) {
            return new FieldFacts(
                    field.id(),
                    field.type().id(),
                    field.label(),
                    field.hint(),
                    field.need().id(),
                    field.type().personal() ? "" : field.value(),
                    field.groups().stream()
                            .flatMap(group -> group.choices().stream()
                                    .map(choice -> new FieldChoice(choice.value(), choice.label(), group.heading())))
                            .toList(),
                    field.least(),
                    field.most());
        }
    }

    /** One choice of a field, under the heading of its group. */
    record FieldChoice(String value, String label, String group) {}

    /** An action that is not open to this program. */
    record BlockedAction(String id, String name, String why) {}
}
