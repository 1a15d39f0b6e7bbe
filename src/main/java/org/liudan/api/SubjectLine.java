package org.liudan.api;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.liudan.engine.ClockRun;
import org.liudan.engine.Method;
import org.liudan.engine.Order;
import org.liudan.engine.Setting;
import org.liudan.kit.Screen;
import org.liudan.orders.Cycle;

/**
 * One subject in a list.
 *
 * @param holder the unit that holds it; none when it has left
 * @param closed how it left the register; none while it stands there
 * @param fields what is known, by the names of the register; without personal data
 * @param computed what follows from them
 * @param dueAt until when it is to be visited
 */
record SubjectLine(
        String number,
        String register,
        int version,
        String title,
        Named step,
        Optional<Named> holder,
        Optional<String> closed,
        Map<String, Object> fields,
        Map<String, Object> computed,
        int visits,
        Instant raisedAt,
        Instant changedAt,
        Optional<Instant> dueAt) {

    /** @param method the version of the register that it is kept by */
    static SubjectLine of(Order subject, Method method, Setting setting, Screen screen) {
        var register = method.register().orElseThrow();
        var computed = new TreeMap<String, Object>();
        register.computed()
                .forEach((id, column) ->
                        column.of(method, subject, setting).ifPresent(value -> computed.put(id, value)));
        return new SubjectLine(
                OrderFactsMaker.number(subject, screen),
                method.id(),
                subject.version(),
                subject.text("title"),
                new Named(subject.step(), screen.w(method.step(subject.step()).name())),
                subject.holder().map(seat -> new Named(seat.unit(), screen.unit(seat.unit()))),
                subject.closed(),
                OrderFactsMaker.fields(subject, method),
                computed,
                register.visited(subject),
                subject.raisedAt(),
                subject.changedAt(),
                Cycle.of(method, subject).run().map(ClockRun::dueAt));
    }
}
