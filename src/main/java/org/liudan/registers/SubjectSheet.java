package org.liudan.registers;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.DecisionContext;
import org.liudan.engine.method.Field;
import org.liudan.engine.method.FieldType;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Register.Computed;
import org.liudan.engine.order.ClockRun;
import org.liudan.engine.order.Order;
import org.liudan.orders.store.OrderNumber;
import org.liudan.orders.wording.FieldValues;
import org.liudan.privacy.Seals;
import org.liudan.web.PageContext;
import org.liudan.web.SheetWriter;

/**
 * Streams the subjects of a register to an Excel sheet, so that a register of any length needs little memory. All text is
 * written as text cells, so that no spreadsheet treats it as a formula. Numbers and days are numeric cells. Personal data
 * is masked as on the page.
 */
final class SubjectSheet {

    private static final int WIDTH = 18;
    private static final List<String> LAST_COLUMNS = List.of("stage", "number", "visited", "due");

    private final PageContext context;
    private final FieldValues values;
    private final Method register;
    private final List<Field> fields;
    private final List<Computed> computed;

    SubjectSheet(PageContext context, Seals seals, Method register) {
        this.context = context;
        this.values = new FieldValues(context, seals);
        this.register = register;
        this.fields = fields(register);
        this.computed = List.copyOf(register.register().orElseThrow().computed().values());
    }

    /** The stored fields of the entry forms, without files. */
    static List<Field> fields(Method register) {
        return register.starts().stream()
                .flatMap(start -> start.form().keySet().stream())
                .distinct()
                .map(register::field)
                .filter(field -> field.kept() && !field.type().files())
                .toList();
    }

    /**
     * Writes the sheet.
     *
     * @param subjects passes every subject to its consumer, one by one
     * @param decisionContext the context in which columns are computed
     */
    void write(OutputStream out, Consumer<Consumer<Order>> subjects, DecisionContext decisionContext)
            throws IOException {
        try (var sheet = new SheetWriter(out, context.w(register.name()))) {
            sheet.head(headings(), List.of(WIDTH));
            subjects.accept(subject -> {
                write(sheet, subject, decisionContext);
                sheet.next();
            });
        }
    }

    private List<String> headings() {
        return Stream.of(
                        fields.stream().map(Field::name).map(context::w),
                        computed.stream().map(Computed::name).map(context::w),
                        LAST_COLUMNS.stream().map(column -> context.t("register." + column)))
                .flatMap(names -> names)
                .toList();
    }

    private void write(SheetWriter sheet, Order subject, DecisionContext decisionContext) {
        for (var field : fields) {
            write(sheet, field, subject.fields().get(field.sets()));
        }
        for (var column : computed) {
            var value = column.of(register, subject, decisionContext).orElse("");
            if (value instanceof Number number) {
                sheet.number(number);
            } else {
                sheet.text(value.toString());
            }
        }
        var cycle = register.register().orElseThrow().cycle().flatMap(subject::clock);
        var visited = register.register().orElseThrow().visited(subject) > 0;
        sheet.text(context.w(register.step(subject.step()).name()));
        sheet.text(OrderNumber.of(subject, context.calendar()).text());
        day(sheet, cycle.filter(run -> visited).map(ClockRun::startedAt));
        day(sheet, cycle.filter(ClockRun::running).map(ClockRun::dueAt));
    }

    private void write(SheetWriter sheet, Field field, @Nullable Object value) {
        if (value instanceof Number number) {
            sheet.number(number);
        } else if (value != null && (field.type() == FieldType.DATE || field.type() == FieldType.FUTURE_DATE)) {
            sheet.day(LocalDate.parse(value.toString()));
        } else {
            sheet.text(values.of(field, value));
        }
    }

    private void day(SheetWriter sheet, Optional<Instant> instant) {
        instant.ifPresentOrElse(at -> sheet.day(context.calendar().dayOf(at)), () -> sheet.text(""));
    }
}
