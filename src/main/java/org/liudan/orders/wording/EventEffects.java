package org.liudan.orders.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.liudan.engine.decision.Alarms;
import org.liudan.engine.method.Method;
import org.liudan.engine.order.Change;
import org.liudan.engine.order.Event;
import org.liudan.web.PageContext;

/**
 * Says what followed from an event, for example 限 11月25日 17:30 前.
 *
 * @param promises the clocks that residents see
 */
record EventEffects(PageContext context, Method method, Set<String> promises) {

    /** All effects, for those who work on the order. */
    List<String> forOfficers(Event event) {
        var effects = new ArrayList<String>();
        for (var change : event.changes()) {
            if (change instanceof Change.Ticked ticked) {
                clockEffect(ticked).ifPresent(effects::add);
            } else if (change instanceof Change.Held held) {
                effects.add(context.t(
                        "moves.held",
                        context.unit(held.seat().unit()),
                        context.post(held.seat().post())));
            } else if (change instanceof Change.Opened opened) {
                effects.add(
                        context.t("moves.opened", context.unit(opened.child().unit())));
            } else if (change instanceof Change.Told told && event.action().equals(Alarms.ESCALATED)) {
                effects.add(context.t(
                        "moves.told",
                        context.unit(told.seat().unit()),
                        context.post(told.seat().post())));
            }
        }
        return effects;
    }

    /** Which unit holds the order now, and what the resident was promised. */
    List<String> forResident(Event event) {
        var effects = new ArrayList<String>();
        for (var change : event.changes()) {
            if (change instanceof Change.Ticked ticked
                    && promises.contains(ticked.clock().clock())) {
                clockEffect(ticked).ifPresent(effects::add);
            } else if (change instanceof Change.Held held) {
                effects.add(context.t("track.held-by", context.unit(held.seat().unit())));
            }
        }
        return effects;
    }

    private Optional<String> clockEffect(Change.Ticked ticked) {
        var run = ticked.clock();
        var name = method.clock(run.clock()).name();
        return switch (ticked.tick()) {
            case STARTED, LIMITED, EXTENDED, RESUMED, REDATED ->
                Optional.of(context.t(
                        "moves." + ticked.tick().name().toLowerCase(Locale.ROOT), name, context.moment(run.dueAt())));
            case PAUSED -> Optional.of(context.t("moves.paused", name));
            case WARNED, BREACHED, ESCALATED ->
                Optional.of(context.t("moves.clock", name, context.moment(run.dueAt())));
            case STOPPED, RESTORED -> Optional.empty();
        };
    }
}
