package org.liudan.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.liudan.engine.method.DecisionContext;
import org.liudan.engine.method.Method;
import org.liudan.engine.order.ClockRun;
import org.liudan.engine.order.Order;
import org.liudan.orders.wording.VisitCycle;
import org.liudan.web.PageContext;

/**
 * One subject in a list. In JSON the heading is on the same level.
 *
 * @param holder the unit that holds it; empty if it has left the register
 * @param closed how it left the register; empty if it is still on it
 * @param fields its answers, by field id of the register; without personal data
 * @param computed the computed columns, by id
 * @param dueAt until when it must be visited
 */
record SubjectListEntry(
        @JsonUnwrapped SubjectHeading heading,
        NamedCode step,
        Optional<NamedCode> holder,
        Optional<String> closed,
        Map<String, Object> fields,
        Map<String, Object> computed,
        int visits,
        Instant raisedAt,
        Instant changedAt,
        Optional<Instant> dueAt) {

    /** Its number, register, version of the register, and title. */
    record SubjectHeading(String number, String register, int version, String title) {}

    /** @param method the register in the version that the subject is on */
    static SubjectListEntry of(Order subject, Method method, DecisionContext decisionContext, PageContext context) {
        var register = method.register().orElseThrow();
        var computed = new TreeMap<String, Object>();
        register.computed()
                .forEach((id, column) ->
                        column.of(method, subject, decisionContext).ifPresent(value -> computed.put(id, value)));
        return new SubjectListEntry(
                new SubjectHeading(
                        OrderFactsMaker.number(subject, context),
                        method.id(),
                        subject.version(),
                        subject.text("title")),
                new NamedCode(
                        subject.step(), context.w(method.step(subject.step()).name())),
                subject.holder().map(seat -> new NamedCode(seat.unit(), context.unit(seat.unit()))),
                subject.closed(),
                OrderFactsMaker.fields(subject, method),
                computed,
                register.visited(subject),
                subject.raisedAt(),
                subject.changedAt(),
                VisitCycle.of(method, subject).run().map(ClockRun::dueAt));
    }
}
