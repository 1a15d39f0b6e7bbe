package org.liudan.imports;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liudan.engine.method.Field;
import org.liudan.engine.method.FieldType;
import org.liudan.engine.method.Reason;
import org.liudan.organisation.Directory;

/** Turns the cells of a row into what a form would have sent: names into codes, days into dates, numbers into texts. */
final class RowReader {

    private static final Pattern DAY =
            Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?|(\\d{4})(\\d{2})(\\d{2})");
    /** What people write with a number. */
    private static final Pattern BESIDES = Pattern.compile("(?<=\\d)[,，](?=\\d{3})|\\s*(个工作日|working days?)$");

    private static final Pattern SEVERAL = Pattern.compile("[、，,;；|\\n]+");
    /** A number of more digits has lost the last of them before it came here. */
    private static final int EXACT = 15;

    private static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 30);

    /** What a row says, or what is wrong with it. */
    record Read(Map<String, Object> answers, List<Reason> reasons) {}

    private record Wanted(int column, Field field, Map<String, String> codes) {}

    private final List<Wanted> wanted = new ArrayList<>();

    RowReader(ImportedRow entered, SheetColumns columns, Directory directory) {
        for (int column = 0; column < columns.all().size(); column++) {
            var at = column;
            columns.all()
                    .get(column)
                    .field()
                    .map(entered.register()::field)
                    .ifPresent(field -> wanted.add(new Wanted(at, field, CodeLookup.of(field, directory))));
        }
    }

    Read read(SheetRows.Row row) {
        var answers = new HashMap<String, Object>();
        var reasons = new ArrayList<Reason>();
        for (var one : wanted) {
            var cell = row.cell(one.column());
            if (cell.kind() == ImportCell.Kind.FORMULA || cell.kind() == ImportCell.Kind.BROKEN) {
                reasons.add(Reason.of(
                                cell.kind() == ImportCell.Kind.FORMULA ? "import.formula" : "import.broken-cell",
                                one.field().name())
                        .at(one.field()));
            } else if (!cell.empty()) {
                value(one, cell, reasons)
                        .ifPresent(value -> answers.put(one.field().id(), value));
            }
        }
        return new Read(answers, reasons);
    }

    private static Optional<Object> value(Wanted one, ImportCell cell, List<Reason> reasons) {
        var field = one.field();
        var text = cell.text().strip();
        if (!one.codes().isEmpty()) {
            return Optional.of(field.type().many() ? several(one, text) : code(one, text));
        }
        return switch (field.type()) {
            case NUMBER, WORKING_DAYS ->
                Optional.of(
                        cell.kind() == ImportCell.Kind.NUMBER
                                ? text
                                : BESIDES.matcher(text).replaceAll(""));
            case DATE, FUTURE_DATE -> Optional.of(day(cell, text));
            case TIME -> Optional.of(text.replace(' ', 'T').replace('/', '-'));
            case UNITS, CHOICES, REGIONS -> Optional.of(several(one, text));
            default -> text(field, cell, text, reasons);
        };
    }

    /** A code that a spreadsheet keeps as a number may have lost its zeros in front; that nobody can know. */
    private static Optional<Object> text(Field field, ImportCell cell, String text, List<Reason> reasons) {
        if (cell.kind() == ImportCell.Kind.NUMBER && digits(text) > EXACT) {
            reasons.add(Reason.of("import.digits-lost", field.name()).at(field));
            return Optional.empty();
        }
        return Optional.of(
                cell.kind() == ImportCell.Kind.DAY
                        ? text.replaceFirst("T00:00$", "").replace('T', ' ')
                        : field.type() == FieldType.POINT ? text.replace('，', ',') : text);
    }

    private static int digits(String number) {
        return new BigDecimal(number).abs().toBigInteger().toString().length();
    }

    private static String code(Wanted one, String text) {
        var exact = one.codes().get(text);
        if (exact != null) {
            return exact;
        }
        var code = one.codes().get(ImportedRow.plain(text));
        return code == null ? text : code;
    }

    private static List<String> several(Wanted one, String text) {
        return SEVERAL.splitAsStream(text)
                .filter(part -> !part.isBlank())
                .map(part -> code(one, part))
                .toList();
    }

    private static String day(ImportCell cell, String text) {
        try {
            if (cell.kind() == ImportCell.Kind.DAY) {
                return LocalDateTime.parse(text).toLocalDate().toString();
            }
            if (cell.kind() == ImportCell.Kind.NUMBER && digits(text) == 5) {
                return FIRST_DAY.plusDays(new BigDecimal(text).longValue()).toString();
            }
            var parts = DAY.matcher(text);
            if (parts.matches()) {
                int from = parts.group(1) == null ? 4 : 1;
                return LocalDate.of(
                                number(parts.group(from)), number(parts.group(from + 1)), number(parts.group(from + 2)))
                        .toString();
            }
        } catch (DateTimeException notADay) {
            // the form says what a day looks like
        }
        return text;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
