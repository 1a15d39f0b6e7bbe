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
import org.liudan.registers.SubjectFilter.SubjectTab;
import org.liudan.registers.SubjectListPage.ListLinks;
import org.liudan.registers.SubjectListPage.ListPager;
import org.liudan.registers.SubjectListPage.ListSearch;
import org.liudan.registers.SubjectListPage.ListTotals;
import org.liudan.registers.Subjects.Place;
import org.liudan.web.FieldView.Choice;
import org.liudan.web.PageContext;
import org.liudan.web.RegionChoices;
import org.springframework.stereotype.Component;

/** Builds the list of a register in the reader's language. */
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

    /** @param allTotals true to calculate totals even if there are more subjects than a list counts */
    SubjectListPage page(
            PageContext context,
            Viewer viewer,
            Method register,
            SubjectFilter filter,
            Optional<Place> after,
            boolean allTotals) {
        var hasTotals = TotalsMaker.hasTotals(register, filter);
        var count = subjects.count(filter, register, viewer);
        var countable = allTotals || count <= Subjects.maxCount(filter);
        var listed = subjects.list(filter, register, viewer, after, Subjects.PAGE_SIZE);
        var definition = register.register().orElseThrow();
        return new SubjectListPage(
                register.id(),
                context.w(register.name()),
                context.t("register.lead", countText(count, filter)),
                tabs(context, viewer, register, filter, count),
                new ListSearch(
                        filter.get("q"), filter.get("tab"), narrowings(context, register, filter), filter.isNarrowed()),
                headings(context, register),
                listed.subjects().stream()
                        .map(subject -> row(context, register, subject))
                        .toList(),
                definition.cycle().isPresent(),
                new ListPager(
                        after.map(position -> filter.address()),
                        listed.next().map(position -> filter.with("after", position.toString()))),
                links(register, viewer, filter),
                new ListTotals(
                        hasTotals && countable
                                ? Optional.of(totals.of(context, viewer, register, filter))
                                        .filter(part -> part.count() > 0)
                                : Optional.empty(),
                        hasTotals && !countable ? Optional.of(filter.with("totals", "all")) : Optional.empty()));
    }

    private ListLinks links(Method register, Viewer viewer, SubjectFilter filter) {
        var definition = register.register().orElseThrow();
        return new ListLinks(
                registers.entryAction(register, viewer).map(start -> "/orders/new/" + register.id() + "/" + start.id()),
                filter.exportAddress(),
                imports(register, viewer),
                register.fields().containsKey("point") && !register.confidential()
                        ? Optional.of(filter.mapAddress())
                        : Optional.empty(),
                definition.sums().isEmpty() && definition.by().isEmpty()
                        ? Optional.empty()
                        : Optional.of("/registers/" + register.id() + "/months"));
    }

    /** The address of the imports, for users who may enter subjects and for offices that supervise imports. */
    private Optional<String> imports(Method register, Viewer viewer) {
        var reviewer = viewer.has("inspector") || viewer.has("discipline");
        return registers.entryAction(register, viewer).isPresent() || reviewer && !register.confidential()
                ? Optional.of("/registers/" + register.id() + "/imports")
                : Optional.empty();
    }

    /** The number of subjects; a plus sign marks a count that was stopped at its limit. */
    private String count(SubjectFilter filter, Method register, Viewer viewer) {
        return countText(subjects.count(filter, register, viewer), filter);
    }

    private static String countText(long count, SubjectFilter filter) {
        int most = Subjects.maxCount(filter);
        return count > most ? most + "+" : Long.toString(count);
    }

    /** @param listCount the number of subjects in the list itself */
    private List<SubjectListPage.ListTab> tabs(
            PageContext context, Viewer viewer, Method register, SubjectFilter filter, long listCount) {
        var cycle = register.register().orElseThrow().cycle().isPresent();
        return Arrays.stream(SubjectTab.values())
                .filter(tab -> cycle || tab == SubjectTab.KEPT || tab == SubjectTab.LEFT)
                .map(tab -> new SubjectListPage.ListTab(
                        tab.id(),
                        context.t("register.tab." + tab.id()),
                        tab == filter.tab() && !filter.isNarrowed()
                                ? countText(listCount, filter)
                                : count(new SubjectFilter(register.id(), Map.of("tab", tab.id())), register, viewer),
                        new SubjectFilter(register.id(), Map.of()).with("tab", tab == SubjectTab.KEPT ? "" : tab.id()),
                        tab == filter.tab()))
                .toList();
    }

    /** The filters of a list of subjects, each with its choices. */
    public static List<SubjectListPage.Narrowing> narrowings(
            PageContext context, Method register, SubjectFilter filter) {
        var narrowings = new ArrayList<SubjectListPage.Narrowing>();
        narrowings.add(new SubjectListPage.Narrowing(
                "region", context.t("register.region"), filter.get("region"), new RegionChoices(context).all()));
        if (register.steps().size() > 2) {
            narrowings.add(new SubjectListPage.Narrowing(
                    "step",
                    context.t("register.step"),
                    filter.get("step"),
                    register.steps().values().stream()
                            .map(step -> new Choice(step.id(), context.w(step.name())))
                            .toList()));
        }
        register.register().orElseThrow().filters().stream()
                .map(register::field)
                .forEach(field -> narrowings.add(new SubjectListPage.Narrowing(
                        field.id(), context.w(field.name()), filter.get(field.id()), choices(context, field))));
        return narrowings;
    }

    /** The choices of a field of type choice or yes-no. */
    static List<Choice> choices(PageContext context, Field field) {
        return field.type() == FieldType.YES_NO
                ? List.of(new Choice("true", context.t("form.yes")), new Choice("false", context.t("form.no")))
                : field.choices().entrySet().stream()
                        .map(choice -> new Choice(choice.getKey(), context.w(choice.getValue())))
                        .toList();
    }

    private static List<String> headings(PageContext context, Method register) {
        var definition = register.register().orElseThrow();
        return definition.columns().stream()
                .map(column -> context.w(
                        definition.computed().containsKey(column)
                                ? Objects.requireNonNull(definition.computed().get(column))
                                        .name()
                                : register.field(column).name()))
                .toList();
    }

    private SubjectListPage.Row row(PageContext context, Method register, Order subject) {
        var method = desk.methodOf(subject);
        var cycle = VisitCycle.of(method, subject);
        return new SubjectListPage.Row(
                OrderNumber.of(subject, context.calendar()).address(method),
                subject.text("title"),
                register.register().orElseThrow().columns().stream()
                        .map(column -> cell(context, method, subject, column))
                        .toList(),
                cycle.light(context),
                cycle.run()
                        .map(run -> run.overdue(context.now()) ? context.due(run.dueAt()) : context.day(run.dueAt()))
                        .orElse(""),
                cycle.lastVisit(context));
    }

    /** The text of a cell, by the version of the register that the subject runs under. */
    private String cell(PageContext context, Method method, Order subject, String column) {
        var computed = method.register().orElseThrow().computed().get(column);
        if (computed != null) {
            return computed.of(method, subject, desk.setting(subject))
                    .map(Object::toString)
                    .orElse("");
        }
        var field = method.fields().get(column);
        return field == null
                ? ""
                : new FieldValues(context, seals).of(field, subject.fields().get(column));
    }
}
