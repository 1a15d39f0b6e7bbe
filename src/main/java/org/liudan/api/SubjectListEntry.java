package org.liudan.api;

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
 * One subject in a list.
 *
 * @param holder the unit that holds it; none when it has left
 * @param closed how it left the register; none while it stands there
 * @param fields what is known, by the names of the register; without personal data
 * @param computed what follows from them
 * @param dueAt until when it is to be visited
 */
record SubjectListEntry(
        String number,
        String register,
        int version,
        String title,
        NamedCode step,
        Optional<NamedCode> holder,
        Optional<String> closed,
        Map<String, Object> fields,
        Map<String, Object> computed,
        int visits,
        Instant raisedAt,
        Instant changedAt,
        Optional<Instant> dueAt) {

    /** @param method the version of the register that it is kept by */
    static SubjectListEntry of(Order subject, Method method, DecisionContext setting, PageContext screen) {
        var register = method.register().orElseThrow();
        var computed = new TreeMap<String, Object>();
        register.computed()
                .forEach((id, column) ->
                        column.of(method, subject, setting).ifPresent(value -> computed.put(id, value)));
        return new SubjectListEntry(
                OrderFactsMaker.number(subject, screen),
                method.id(),
                subject.version(),
                subject.text("title"),
                new NamedCode(
                        subject.step(), screen.w(method.step(subject.step()).name())),
                subject.holder().map(seat -> new NamedCode(seat.unit(), screen.unit(seat.unit()))),
                subject.closed(),
                OrderFactsMaker.fields(subject, method),
                computed,
                register.visited(subject),
                subject.raisedAt(),
                subject.changedAt(),
                VisitCycle.of(method, subject).run().map(ClockRun::dueAt));
    }
}
