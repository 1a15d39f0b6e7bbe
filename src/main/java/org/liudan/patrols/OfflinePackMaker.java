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

/** Makes the offline data of a patrol. Personal data is left out. */
@Component
class OfflinePackMaker {

    /** The ids of the fields that the phone fills in: the time, the position, and the accuracy of the position. */
    static final List<String> FILLED_BY_PHONE = List.of("noted-at", "noted-where", "noted-within");
    /** The id of the field that lists the places of a route, one a line. */
    private static final String ROUTE = "route";

    private static final int MAX_FACT_LENGTH = 300;

    /** The content of a form; actions with equal content share one form. */
    private record FormContent(
            List<FieldView> fields, List<String> filledByPhone, List<OfflinePack.OfflineCheck> checks) {}

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

    /** Makes the offline data of a viewer for these subjects. */
    OfflinePack of(PageContext context, Viewer viewer, List<Order> subjects) {
        var formsByContent = new LinkedHashMap<FormContent, OfflinePack.OfflineForm>();
        var stops = subjects.stream()
                .map(subject -> stop(context, viewer, subject, formsByContent))
                .toList();
        return new OfflinePack(
                viewer.account(),
                viewer.seat().unit() + "/" + viewer.seat().post(),
                context.now(),
                context.calendar().dayOf(context.now()).toString(),
                List.copyOf(formsByContent.values()),
                stops);
    }

    /** Returns the current values of a form's fields as a page would show them, without personal data. */
    Map<String, Object> values(PageContext context, Method method, Action action, Order subject) {
        var values = new LinkedHashMap<String, Object>();
        forms.fields(context, method, action, subject, Map.of(), List.of()).stream()
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
            PageContext context,
            Viewer viewer,
            Order subject,
            Map<FormContent, OfflinePack.OfflineForm> formsByContent) {
        var method = desk.methodOf(subject);
        var cycle = VisitCycle.of(method, subject);
        var dueAt = cycle.run().map(ClockRun::dueAt);
        return new OfflinePack.Stop(
                new OfflinePack.StopSubject(
                        OrderNumber.of(subject, context.calendar()).text(),
                        OrderNumber.of(subject, context.calendar()).address(method),
                        title(method, subject),
                        context.w(method.name()),
                        method.register()
                                .orElseThrow()
                                .keeper()
                                .map(subject::text)
                                .orElse("")),
                new OfflinePack.StopPlace(
                        context.directory().regionName(subject.text("region")),
                        subject.text("place"),
                        subject.text("point"),
                        subject.text(ROUTE)
                                .lines()
                                .filter(line -> !line.isBlank())
                                .toList()),
                new OfflinePack.StopSchedule(
                        dueAt.map(context::due).orElse(""),
                        dueAt.orElse(context.now()),
                        cycle.light(context),
                        cycle.lastVisit(context)),
                subject.step(),
                context.w(method.step(subject.step()).name()),
                facts(context, method, subject),
                due.actions(subject, viewer).stream()
                        .map(action -> action(context, method, action, subject, formsByContent))
                        .toList());
    }

    private OfflinePack.OfflineAction action(
            PageContext context,
            Method method,
            Action action,
            Order subject,
            Map<FormContent, OfflinePack.OfflineForm> formsByContent) {
        var views = forms.fields(context, method, action, subject, Map.of(), List.of()).stream()
                .filter(view -> !FILLED_BY_PHONE.contains(view.id()))
                .map(OfflinePackMaker::blank)
                .toList();
        var form = formsByContent.computeIfAbsent(
                new FormContent(
                        views,
                        action.form().keySet().stream()
                                .filter(FILLED_BY_PHONE::contains)
                                .toList(),
                        OfflineChecks.of(context, method, action)),
                filling -> new OfflinePack.OfflineForm(
                        "f" + formsByContent.size(),
                        pages.text("form/fields", Map.of("s", context, "fields", filling.fields())),
                        filling.filledByPhone(),
                        filling.checks()));
        return new OfflinePack.OfflineAction(
                action.id(),
                context.w(action.name()),
                DueSubjects.isVisit(method, action),
                form.id(),
                values(context, method, action, subject));
    }

    /** Returns the field without a value, so that one form can be used for many subjects. */
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

    private List<OfflinePack.StopFact> facts(PageContext context, Method method, Order subject) {
        return method.fields().values().stream()
                .filter(field -> subject.fields().containsKey(field.id()))
                .filter(OfflinePackMaker::isIncluded)
                .map(field -> new OfflinePack.StopFact(
                        context.w(field.name()),
                        new FieldValues(context, seals)
                                .of(field, subject.fields().get(field.id()))))
                .filter(fact -> !fact.value().isEmpty() && fact.value().length() <= MAX_FACT_LENGTH)
                .toList();
    }

    private static boolean isIncluded(Field field) {
        return !field.type().personal()
                && !field.type().files()
                && field.type() != FieldType.POINT
                && !field.id().equals("title")
                && !field.id().equals(ROUTE);
    }
}
