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
 * Writes the subjects of a register to an Excel sheet as they come, so that a register of any length needs little memory.
 * Every word and code is a text, so that nothing in it is ever taken for a formula; numbers and days are real ones;
 * personal data is masked as on the screen.
 */
final class SubjectSheet {

    private static final int WIDTH = 18;
    private static final List<String> LAST = List.of("stage", "number", "visited", "due");

    private final PageContext screen;
    private final FieldValues values;
    private final Method register;
    private final List<Field> fields;
    private final List<Computed> computed;

    SubjectSheet(PageContext screen, Seals seals, Method register) {
        this.screen = screen;
        this.values = new FieldValues(screen, seals);
        this.register = register;
        this.fields = fields(register);
        this.computed = List.copyOf(register.register().orElseThrow().computed().values());
    }

    /** What is entered of a subject: the fields that its entry forms ask for and that are kept, files apart. */
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
     * @param subjects hands over every subject, one after the other
     * @param setting the world in which columns are computed
     */
    void write(OutputStream out, Consumer<Consumer<Order>> subjects, DecisionContext setting) throws IOException {
        try (var sheet = new SheetWriter(out, screen.w(register.name()))) {
            sheet.head(heads(), List.of(WIDTH));
            subjects.accept(subject -> {
                write(sheet, subject, setting);
                sheet.next();
            });
        }
    }

    private List<String> heads() {
        return Stream.of(
                        fields.stream().map(Field::name).map(screen::w),
                        computed.stream().map(Computed::name).map(screen::w),
                        LAST.stream().map(column -> screen.t("register." + column)))
                .flatMap(names -> names)
                .toList();
    }

    private void write(SheetWriter sheet, Order subject, DecisionContext setting) {
        for (var field : fields) {
            write(sheet, field, subject.fields().get(field.sets()));
        }
        for (var one : computed) {
            var value = one.of(register, subject, setting).orElse("");
            if (value instanceof Number number) {
                sheet.number(number);
            } else {
                sheet.text(value.toString());
            }
        }
        var cycle = register.register().orElseThrow().cycle().flatMap(subject::clock);
        var visited = register.register().orElseThrow().visited(subject) > 0;
        sheet.text(screen.w(register.step(subject.step()).name()));
        sheet.text(OrderNumber.of(subject, screen.calendar()).text());
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
        instant.ifPresentOrElse(at -> sheet.day(screen.calendar().dayOf(at)), () -> sheet.text(""));
    }
}
