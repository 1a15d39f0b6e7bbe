package org.liudan.registers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.liudan.engine.method.Field;
import org.liudan.engine.method.FieldType;
import org.liudan.engine.method.Method;
import org.liudan.engine.order.Order;
import org.liudan.identity.Viewer;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.store.OrderNumber;
import org.liudan.orders.wording.FieldValues;
import org.liudan.orders.wording.VisitCycle;
import org.liudan.privacy.Seals;
import org.liudan.registers.SubjectFilter.Tab;
import org.liudan.registers.Subjects.Place;
import org.liudan.web.FieldView.Choice;
import org.liudan.web.PageContext;
import org.liudan.web.RegionChoices;
import org.springframework.stereotype.Component;

/** Puts the list of a register into the reader's words. */
@Component
public class SubjectListMaker {

    private final Subjects subjects;
    private final VisibleRegisters registers;
    private final TotalsMaker totals;
    private final OrderDesk desk;
    private final Seals seals;

    SubjectListMaker(Subjects subjects, VisibleRegisters registers, TotalsMaker totals, OrderDesk desk, Seals seals) {
        this.subjects = subjects;
        this.registers = registers;
        this.totals = totals;
        this.desk = desk;
        this.seals = seals;
    }

    /** @param totalled true to work out totals even of more subjects than are counted */
    SubjectListPage page(
            PageContext screen,
            Viewer viewer,
            Method register,
            SubjectFilter filter,
            Optional<Place> after,
            boolean totalled) {
        var total = TotalsMaker.has(register, filter);
        var count = subjects.count(filter, register, viewer);
        var few = totalled || count <= Subjects.most(filter);
        var listed = subjects.list(filter, register, viewer, after, Subjects.PAGE);
        var says = register.register().orElseThrow();
        boolean cycle = says.cycle().isPresent();
        return new SubjectListPage(
                register.id(),
                screen.w(register.name()),
                screen.t("register.lead", said(count, filter)),
                tabs(screen, viewer, register, filter, count),
                narrowings(screen, register, filter),
                filter.get("q"),
                filter.get("tab"),
                heads(screen, register),
                listed.subjects().stream()
                        .map(subject -> row(screen, register, subject))
                        .toList(),
                cycle,
                filter.narrowed(),
                after.map(place -> filter.address()),
                listed.next().map(place -> filter.with("after", place.toString())),
                registers.entry(register, viewer).map(start -> "/orders/new/" + register.id() + "/" + start.id()),
                filter.export(),
                imports(register, viewer),
                register.fields().containsKey("point") && !register.confidential()
                        ? Optional.of(filter.map())
                        : Optional.empty(),
                total && few
                        ? Optional.of(totals.of(screen, viewer, register, filter))
                                .filter(part -> part.count() > 0)
                        : Optional.empty(),
                total && !few ? Optional.of(filter.with("totals", "all")) : Optional.empty(),
                says.sums().isEmpty() && says.by().isEmpty()
                        ? Optional.empty()
                        : Optional.of("/registers/" + register.id() + "/months"));
    }

    /** Who may enter subjects may import them; offices of supervision look at what was imported. */
    private Optional<String> imports(Method register, Viewer viewer) {
        var looks = viewer.has("inspector") || viewer.has("discipline");
        return registers.entry(register, viewer).isPresent() || looks && !register.confidential()
                ? Optional.of("/registers/" + register.id() + "/imports")
                : Optional.empty();
    }

    /** How many, in words that own up to what was not counted. */
    private String count(SubjectFilter filter, Method register, Viewer viewer) {
        return said(subjects.count(filter, register, viewer), filter);
    }

    private static String said(long count, SubjectFilter filter) {
        int most = Subjects.most(filter);
        return count > most ? most + "+" : Long.toString(count);
    }

    /** @param counted how many the list itself has */
    private List<SubjectListPage.Tab> tabs(
            PageContext screen, Viewer viewer, Method register, SubjectFilter filter, long counted) {
        var cycle = register.register().orElseThrow().cycle().isPresent();
        return Arrays.stream(Tab.values())
                .filter(tab -> cycle || tab == Tab.KEPT || tab == Tab.LEFT)
                .map(tab -> new SubjectListPage.Tab(
                        tab.id(),
                        screen.t("register.tab." + tab.id()),
                        tab == filter.tab() && !filter.narrowed()
                                ? said(counted, filter)
                                : count(new SubjectFilter(register.id(), Map.of("tab", tab.id())), register, viewer),
                        new SubjectFilter(register.id(), Map.of()).with("tab", tab == Tab.KEPT ? "" : tab.id()),
                        tab == filter.tab()))
                .toList();
    }

    /** What a list of subjects can be narrowed by. */
    public static List<SubjectListPage.Narrowing> narrowings(
            PageContext screen, Method register, SubjectFilter filter) {
        var narrowings = new ArrayList<SubjectListPage.Narrowing>();
        narrowings.add(new SubjectListPage.Narrowing(
                "region", screen.t("register.region"), filter.get("region"), new RegionChoices(screen).all()));
        if (register.steps().size() > 2) {
            narrowings.add(new SubjectListPage.Narrowing(
                    "step",
                    screen.t("register.step"),
                    filter.get("step"),
                    register.steps().values().stream()
                            .map(step -> new Choice(step.id(), screen.w(step.name())))
                            .toList()));
        }
        register.register().orElseThrow().filters().stream()
                .map(register::field)
                .forEach(field -> narrowings.add(new SubjectListPage.Narrowing(
                        field.id(), screen.w(field.name()), filter.get(field.id()), choices(screen, field))));
        return narrowings;
    }

    /** What a field that is chosen from can be. */
    static List<Choice> choices(PageContext screen, Field field) {
        return field.type() == FieldType.YES_NO
                ? List.of(new Choice("true", screen.t("form.yes")), new Choice("false", screen.t("form.no")))
                : field.choices().entrySet().stream()
                        .map(choice -> new Choice(choice.getKey(), screen.w(choice.getValue())))
                        .toList();
    }

    private static List<String> heads(PageContext screen, Method register) {
        var says = register.register().orElseThrow();
        return says.columns().stream()
                .map(column -> screen.w(
                        says.computed().containsKey(column)
                                ? Objects.requireNonNull(says.computed().get(column))
                                        .name()
                                : register.field(column).name()))
                .toList();
    }

    private SubjectListPage.Row row(PageContext screen, Method register, Order subject) {
        var method = desk.methodOf(subject);
        var cycle = VisitCycle.of(method, subject);
        return new SubjectListPage.Row(
                OrderNumber.of(subject, screen.calendar()).address(method),
                subject.text("title"),
                register.register().orElseThrow().columns().stream()
                        .map(column -> cell(screen, method, subject, column))
                        .toList(),
                cycle.light(screen),
                cycle.run()
                        .map(run -> run.overdue(screen.now()) ? screen.due(run.dueAt()) : screen.day(run.dueAt()))
                        .orElse(""),
                cycle.lastVisit(screen));
    }

    /** What a column says of a subject, by the version of the register that it is kept by. */
    private String cell(PageContext screen, Method method, Order subject, String column) {
        var computed = method.register().orElseThrow().computed().get(column);
        if (computed != null) {
            return computed.of(method, subject, desk.setting(subject))
                    .map(Object::toString)
                    .orElse("");
        }
        var field = method.fields().get(column);
        return field == null
                ? ""
                : new FieldValues(screen, seals).of(field, subject.fields().get(column));
    }
}
