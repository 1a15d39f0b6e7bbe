package org.liudan.patrols;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.Field;
import org.liudan.engine.method.FieldType;
import org.liudan.engine.method.Method;
import org.liudan.engine.order.ClockRun;
import org.liudan.engine.order.Order;
import org.liudan.identity.Viewer;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.forms.ActionForms;
import org.liudan.orders.store.OrderNumber;
import org.liudan.orders.wording.FieldValues;
import org.liudan.orders.wording.VisitCycle;
import org.liudan.privacy.Seals;
import org.liudan.web.FieldView;
import org.liudan.web.PageContext;
import org.liudan.web.Pages;
import org.springframework.stereotype.Component;

/** Puts together what somebody takes along on a round. Personal data stays where it is. */
@Component
class OfflinePackMaker {

    /** Fields of these names are filled in by the phone: when, where, and how exactly it knows where. */
    static final List<String> NOTED = List.of("noted-at", "noted-where", "noted-within");
    /** A field of this name lists the places of a route, one a line. */
    private static final String ROUTE = "route";

    private static final int LONGEST_FACT = 300;

    /** What makes the forms of two actions one and the same. */
    private record Filling(List<FieldView> fields, List<String> noted, List<OfflinePack.Check> checks) {}

    private final DueSubjects due;
    private final OrderDesk desk;
    private final ActionForms forms;
    private final Pages pages;
    private final Seals seals;

    OfflinePackMaker(DueSubjects due, OrderDesk desk, ActionForms forms, Pages pages, Seals seals) {
        this.due = due;
        this.desk = desk;
        this.forms = forms;
        this.pages = pages;
        this.seals = seals;
    }

    OfflinePack of(PageContext screen, Viewer viewer, List<Order> subjects) {
        var known = new LinkedHashMap<Filling, OfflinePack.Form>();
        var stops = subjects.stream()
                .map(subject -> stop(screen, viewer, subject, known))
                .toList();
        return new OfflinePack(
                viewer.account(),
                viewer.seat().unit() + "/" + viewer.seat().post(),
                screen.now(),
                screen.calendar().dayOf(screen.now()).toString(),
                List.copyOf(known.values()),
                stops);
    }

    /** What the fields of a form hold now, as a page would propose it; nothing personal. */
    Map<String, Object> values(PageContext screen, Method method, Action action, Order subject) {
        var values = new LinkedHashMap<String, Object>();
        forms.fields(screen, method, action, subject, Map.of(), List.of()).stream()
                .filter(view -> !view.type().personal() && !view.type().files())
                .forEach(view -> {
                    if (!view.kept().isEmpty()) {
                        values.put(view.id(), view.kept());
                    } else if (!view.value().isEmpty()) {
                        values.put(view.id(), view.value());
                    }
                });
        return values;
    }

    private OfflinePack.Stop stop(
            PageContext screen, Viewer viewer, Order subject, Map<Filling, OfflinePack.Form> known) {
        var method = desk.methodOf(subject);
        var cycle = VisitCycle.of(method, subject);
        var dueAt = cycle.run().map(ClockRun::dueAt);
        return new OfflinePack.Stop(
                OrderNumber.of(subject, screen.calendar()).text(),
                OrderNumber.of(subject, screen.calendar()).address(method),
                title(method, subject),
                screen.w(method.name()),
                method.register().orElseThrow().keeper().map(subject::text).orElse(""),
                screen.directory().regionName(subject.text("region")),
                subject.text("place"),
                subject.text("point"),
                subject.text(ROUTE).lines().filter(line -> !line.isBlank()).toList(),
                dueAt.map(screen::due).orElse(""),
                dueAt.orElse(screen.now()),
                cycle.light(screen),
                cycle.lastVisit(screen),
                subject.step(),
                screen.w(method.step(subject.step()).name()),
                facts(screen, method, subject),
                due.actions(subject, viewer).stream()
                        .map(action -> may(screen, method, action, subject, known))
                        .toList());
    }

    private OfflinePack.May may(
            PageContext screen, Method method, Action action, Order subject, Map<Filling, OfflinePack.Form> known) {
        var views = forms.fields(screen, method, action, subject, Map.of(), List.of()).stream()
                .filter(view -> !NOTED.contains(view.id()))
                .map(OfflinePackMaker::blank)
                .toList();
        var form = known.computeIfAbsent(
                new Filling(
                        views,
                        action.form().keySet().stream().filter(NOTED::contains).toList(),
                        OfflineChecks.of(screen, method, action)),
                filling -> new OfflinePack.Form(
                        "f" + known.size(),
                        pages.text("form/fields", Map.of("s", screen, "fields", filling.fields())),
                        filling.noted(),
                        filling.checks()));
        return new OfflinePack.May(
                action.id(),
                screen.w(action.name()),
                DueSubjects.isVisit(method, action),
                form.id(),
                values(screen, method, action, subject));
    }

    /** The same field with nothing filled in, so that one form does for many subjects. */
    private static FieldView blank(FieldView view) {
        return new FieldView(
                view.id(),
                view.type(),
                view.label(),
                view.hint(),
                view.need(),
                "",
                List.of(),
                Optional.empty(),
                view.groups(),
                view.least(),
                view.most());
    }

    static String title(Method method, Order subject) {
        var title = subject.text("title");
        return title.isEmpty() ? subject.text(method.register().orElseThrow().key()) : title;
    }

    private List<OfflinePack.Fact> facts(PageContext screen, Method method, Order subject) {
        return method.fields().values().stream()
                .filter(field -> subject.fields().containsKey(field.id()))
                .filter(OfflinePackMaker::carried)
                .map(field -> new OfflinePack.Fact(
                        screen.w(field.name()),
                        new FieldValues(screen, seals)
                                .of(field, subject.fields().get(field.id()))))
                .filter(fact -> !fact.value().isEmpty() && fact.value().length() <= LONGEST_FACT)
                .toList();
    }

    private static boolean carried(Field field) {
        return !field.type().personal()
                && !field.type().files()
                && field.type() != FieldType.POINT
                && !field.id().equals("title")
                && !field.id().equals(ROUTE);
    }
}
