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

/** Converts the cells of a row into the answers of a form: names to codes, days to ISO dates, numbers to text. */
final class RowReader {

    private static final Pattern DATE =
            Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?|(\\d{4})(\\d{2})(\\d{2})");
    /** Thousands separators and units that people write in numbers. */
    private static final Pattern NUMBER_DECORATION =
            Pattern.compile("(?<=\\d)[,，](?=\\d{3})|\\s*(个工作日|working days?)$");

    private static final Pattern SEPARATOR = Pattern.compile("[、，,;；|\\n]+");
    /** Spreadsheets store 15 exact digits; a longer number has already lost its last digits. */
    private static final int MAX_EXACT_DIGITS = 15;

    private static final LocalDate EXCEL_EPOCH = LocalDate.of(1899, 12, 30);

    /** The answers of a row, and the reasons why some of its cells can't be read. */
    record ParsedRow(Map<String, Object> answers, List<Reason> reasons) {}

    private record FieldColumn(int column, Field field, Map<String, String> codes) {}

    private final List<FieldColumn> fieldColumns = new ArrayList<>();

    RowReader(ImportForm form, SheetColumns columns, Directory directory) {
        for (int column = 0; column < columns.all().size(); column++) {
            var index = column;
            columns.all()
                    .get(column)
                    .field()
                    .map(form.register()::field)
                    .ifPresent(
                            field -> fieldColumns.add(new FieldColumn(index, field, CodeLookup.of(field, directory))));
        }
    }

    ParsedRow read(SheetRows.SheetRow row) {
        var answers = new HashMap<String, Object>();
        var reasons = new ArrayList<Reason>();
        for (var target : fieldColumns) {
            var cell = row.cell(target.column());
            if (cell.kind() == ImportCell.CellKind.FORMULA || cell.kind() == ImportCell.CellKind.BROKEN) {
                reasons.add(Reason.of(
                                cell.kind() == ImportCell.CellKind.FORMULA ? "import.formula" : "import.broken-cell",
                                target.field().name())
                        .at(target.field()));
            } else if (!cell.isEmpty()) {
                value(target, cell, reasons)
                        .ifPresent(value -> answers.put(target.field().id(), value));
            }
        }
        return new ParsedRow(answers, reasons);
    }

    private static Optional<Object> value(FieldColumn target, ImportCell cell, List<Reason> reasons) {
        var field = target.field();
        var text = cell.text().strip();
        if (!target.codes().isEmpty()) {
            return Optional.of(field.type().many() ? codes(target, text) : code(target, text));
        }
        return switch (field.type()) {
            case NUMBER, WORKING_DAYS ->
                Optional.of(
                        cell.kind() == ImportCell.CellKind.NUMBER
                                ? text
                                : NUMBER_DECORATION.matcher(text).replaceAll(""));
            case DATE, FUTURE_DATE -> Optional.of(date(cell, text));
            case TIME -> Optional.of(text.replace(' ', 'T').replace('/', '-'));
            case UNITS, CHOICES, REGIONS -> Optional.of(codes(target, text));
            default -> text(field, cell, text, reasons);
        };
    }

    /** Rejects long numbers with lost digits. Lost leading zeros can't be detected. */
    private static Optional<Object> text(Field field, ImportCell cell, String text, List<Reason> reasons) {
        if (cell.kind() == ImportCell.CellKind.NUMBER && digits(text) > MAX_EXACT_DIGITS) {
            reasons.add(Reason.of("import.digits-lost", field.name()).at(field));
            return Optional.empty();
        }
        return Optional.of(
                cell.kind() == ImportCell.CellKind.DAY
                        ? text.replaceFirst("T00:00$", "").replace('T', ' ')
                        : field.type() == FieldType.POINT ? text.replace('，', ',') : text);
    }

    private static int digits(String number) {
        return new BigDecimal(number).abs().toBigInteger().toString().length();
    }

    private static String code(FieldColumn target, String text) {
        var exact = target.codes().get(text);
        if (exact != null) {
            return exact;
        }
        var code = target.codes().get(ImportForm.normalize(text));
        return code == null ? text : code;
    }

    private static List<String> codes(FieldColumn target, String text) {
        return SEPARATOR
                .splitAsStream(text)
                .filter(part -> !part.isBlank())
                .map(part -> code(target, part))
                .toList();
    }

    private static String date(ImportCell cell, String text) {
        try {
            if (cell.kind() == ImportCell.CellKind.DAY) {
                return LocalDateTime.parse(text).toLocalDate().toString();
            }
            if (cell.kind() == ImportCell.CellKind.NUMBER && digits(text) == 5) {
                return EXCEL_EPOCH.plusDays(new BigDecimal(text).longValue()).toString();
            }
            var parts = DATE.matcher(text);
            if (parts.matches()) {
                int from = parts.group(1) == null ? 4 : 1;
                return LocalDate.of(
                                number(parts.group(from)), number(parts.group(from + 1)), number(parts.group(from + 2)))
                        .toString();
            }
        } catch (DateTimeException notADay) {
            // the form rejects the text and says how to write a day
        }
        return text;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
