package org.liudan.registers;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.ClockRun;
import org.liudan.engine.Field;
import org.liudan.engine.FieldType;
import org.liudan.engine.Method;
import org.liudan.engine.Order;
import org.liudan.engine.Register.Computed;
import org.liudan.engine.Setting;
import org.liudan.kit.Screen;
import org.liudan.orders.OrderNumber;
import org.liudan.orders.Values;
import org.liudan.people.Seals;

/**
 * Writes the subjects of a register to an Excel sheet as they come, so that a register of any length needs little memory.
 * Every word and code is a text, so that nothing in it is ever taken for a formula; numbers and days are real ones;
 * personal data is masked as on the screen.
 */
final class SubjectSheet {

    private static final int FLUSHED = 1_000;
    private static final int WIDTH = 18;
    private static final List<String> LAST = List.of("stage", "number", "visited", "due");

    private final Screen screen;
    private final Values values;
    private final Method register;
    private final List<Field> fields;
    private final List<Computed> computed;

    SubjectSheet(Screen screen, Seals seals, Method register) {
        this.screen = screen;
        this.values = new Values(screen, seals);
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
    void write(OutputStream out, Consumer<Consumer<Order>> subjects, Setting setting) throws IOException {
        try (var book = new Workbook(out, "Liudan", "1.0")) {
            var sheet = book.newWorksheet(screen.w(register.name()));
            head(sheet);
            var line = new int[] {1};
            subjects.accept(subject -> {
                write(sheet, line[0]++, subject, setting);
                if (line[0] % FLUSHED == 0) {
                    flush(sheet);
                }
            });
        }
    }

    private void head(Worksheet sheet) {
        var heads = Stream.of(
                        fields.stream().map(Field::name).map(screen::w),
                        computed.stream().map(Computed::name).map(screen::w),
                        LAST.stream().map(column -> screen.t("register." + column)))
                .flatMap(names -> names)
                .toList();
        for (int column = 0; column < heads.size(); column++) {
            sheet.value(0, column, heads.get(column));
            sheet.width(column, WIDTH);
        }
        sheet.range(0, 0, 0, heads.size() - 1).style().bold().set();
        sheet.freezePane(0, 1);
    }

    private void write(Worksheet sheet, int line, Order subject, Setting setting) {
        int column = 0;
        for (var field : fields) {
            write(sheet, line, column++, field, subject.fields().get(field.sets()));
        }
        for (var one : computed) {
            var value = one.of(register, subject, setting).orElse("");
            if (value instanceof Number number) {
                sheet.value(line, column++, number);
            } else {
                sheet.value(line, column++, value.toString());
            }
        }
        var cycle = register.register().orElseThrow().cycle().flatMap(subject::clock);
        var visited = register.register().orElseThrow().visited(subject) > 0;
        sheet.value(line, column++, screen.w(register.step(subject.step()).name()));
        sheet.value(line, column++, OrderNumber.of(subject, screen.calendar()).text());
        day(sheet, line, column++, cycle.filter(run -> visited).map(ClockRun::startedAt));
        day(sheet, line, column, cycle.filter(ClockRun::running).map(ClockRun::dueAt));
    }

    private void write(Worksheet sheet, int line, int column, Field field, @Nullable Object value) {
        if (value instanceof Number number) {
            sheet.value(line, column, number);
        } else if (value != null && (field.type() == FieldType.DATE || field.type() == FieldType.FUTURE_DATE)) {
            sheet.value(line, column, LocalDate.parse(value.toString()));
            sheet.style(line, column).format("yyyy-mm-dd").set();
        } else {
            sheet.value(line, column, values.of(field, value));
        }
    }

    private void day(Worksheet sheet, int line, int column, Optional<Instant> instant) {
        instant.ifPresent(at -> {
            sheet.value(line, column, screen.calendar().dayOf(at));
            sheet.style(line, column).format("yyyy-mm-dd").set();
        });
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
