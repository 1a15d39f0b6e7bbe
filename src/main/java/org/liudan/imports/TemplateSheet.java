package org.liudan.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.liudan.engine.method.Field;
import org.liudan.web.FieldView.Choice;
import org.liudan.web.PageContext;

/**
 * An empty sheet to be filled in: a column for each field, starred where it is required, with texts kept as texts, days
 * as days, and choices in a list to pick from. A second sheet says what each column takes.
 */
final class TemplateSheet {

    /** As far down the formats and lists go. */
    private static final int ROWS = 5_000;

    private static final String REQUIRED = "FDE7E7";
    private static final String OPTIONAL = "EAF1EC";

    private final PageContext screen;
    private final ImportedRow entered;

    TemplateSheet(PageContext screen, ImportedRow entered) {
        this.screen = screen;
        this.entered = entered;
    }

    void write(OutputStream out) throws IOException {
        try (var book = new Workbook(out, "Liudan", "1.0")) {
            var sheet = book.newWorksheet(screen.w(entered.register().name()));
            var help = book.newWorksheet(screen.t("import.template.help"));
            var choices = book.newWorksheet(screen.t("import.template.choices"));
            List<String> heads = List.of("column", "needed", "takes");
            for (int column = 0; column < heads.size(); column++) {
                help.value(0, column, screen.t("import.template." + heads.get(column)));
                help.width(column, column == 2 ? 60 : 24);
            }
            help.range(0, 0, 0, 2).style().bold().set();
            int column = 0;
            for (var field : entered.fields()) {
                head(sheet, column, field);
                body(sheet, choices, column, field);
                help.value(column + 1, 0, screen.w(field.name()));
                help.value(column + 1, 1, need(field));
                help.value(column + 1, 2, takes(field));
                column++;
            }
            sheet.freezePane(0, 1);
        }
    }

    private void head(Worksheet sheet, int column, Field field) {
        var name = screen.w(field.name());
        sheet.value(0, column, entered.required(field) ? name + " *" : name);
        sheet.style(0, column)
                .bold()
                .fillColor(entered.required(field) ? REQUIRED : OPTIONAL)
                .set();
        sheet.width(column, Math.max(12, name.length() * 2.2 + 4));
    }

    private void body(Worksheet sheet, Worksheet choices, int column, Field field) {
        var format = switch (field.type()) {
            case DATE, FUTURE_DATE -> "yyyy-mm-dd";
            case TIME -> "yyyy-mm-dd hh:mm";
            case NUMBER, WORKING_DAYS -> "0";
            default -> "@";
        };
        sheet.style(column).format(format).set();
        var names = names(field);
        if (!names.isEmpty()) {
            for (int i = 0; i < names.size(); i++) {
                choices.value(i, column, names.get(i));
            }
            var list = choices.range(0, column, names.size() - 1, column);
            if (field.type().many()) {
                sheet.comment(0, column, screen.t("import.template.several", String.join("、", names)));
            } else {
                sheet.range(1, column, ROWS, column).validateWithList(list);
            }
        }
    }

    private String need(Field field) {
        if (entered.required(field)) {
            return screen.t("import.template.required");
        }
        return entered.start().form().containsKey(field.id())
                ? screen.t("import.template.optional")
                : screen.t("import.template.only-changes");
    }

    private String takes(Field field) {
        return switch (field.type()) {
            case NUMBER, WORKING_DAYS -> screen.t("import.takes.number", field.least(), field.most());
            case TEXT, LONG_TEXT, PERSON -> screen.t("import.takes.text", field.most());
            case CHOICES, UNITS, REGIONS -> screen.t("import.takes.several");
            case CHOICE, CATEGORY, REGION, UNIT, LISTED, YES_NO -> screen.t("import.takes.choice");
            case DATE, FUTURE_DATE -> screen.t("import.takes.day");
            case TIME -> screen.t("import.takes.time");
            case POINT -> screen.t("import.takes.point");
            case PHONE, ID_NUMBER, ORDER -> screen.t("import.takes.code");
            case FILES, SIGNATURE -> "";
        };
    }

    private List<String> names(Field field) {
        return FieldOptions.of(screen, field).stream().map(Choice::label).toList();
    }
}
