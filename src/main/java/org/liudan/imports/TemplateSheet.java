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
 * Writes an empty sheet to fill in. It has a column for each field, a star for required fields, cell formats for texts
 * and days, and lists to choose from. A second sheet explains what each column accepts.
 */
final class TemplateSheet {

    /** The number of rows that have lists to choose from. */
    private static final int FORMATTED_ROWS = 5_000;

    private static final String REQUIRED = "FDE7E7";
    private static final String OPTIONAL = "EAF1EC";

    private final PageContext context;
    private final ImportForm form;

    TemplateSheet(PageContext context, ImportForm form) {
        this.context = context;
        this.form = form;
    }

    void write(OutputStream out) throws IOException {
        try (var book = new Workbook(out, "Liudan", "1.0")) {
            var sheet = book.newWorksheet(context.w(form.register().name()));
            var help = book.newWorksheet(context.t("import.template.help"));
            var choices = book.newWorksheet(context.t("import.template.choices"));
            List<String> heads = List.of("column", "needed", "takes");
            for (int column = 0; column < heads.size(); column++) {
                help.value(0, column, context.t("import.template." + heads.get(column)));
                help.width(column, column == 2 ? 60 : 24);
            }
            help.range(0, 0, 0, 2).style().bold().set();
            int column = 0;
            for (var field : form.fields()) {
                writeHeading(sheet, column, field);
                writeColumn(sheet, choices, column, field);
                help.value(column + 1, 0, context.w(field.name()));
                help.value(column + 1, 1, requirement(field));
                help.value(column + 1, 2, hint(field));
                column++;
            }
            sheet.freezePane(0, 1);
        }
    }

    private void writeHeading(Worksheet sheet, int column, Field field) {
        var name = context.w(field.name());
        sheet.value(0, column, form.required(field) ? name + " *" : name);
        sheet.style(0, column)
                .bold()
                .fillColor(form.required(field) ? REQUIRED : OPTIONAL)
                .set();
        sheet.width(column, Math.max(12, name.length() * 2.2 + 4));
    }

    private void writeColumn(Worksheet sheet, Worksheet choices, int column, Field field) {
        var format = switch (field.type()) {
            case DATE, FUTURE_DATE -> "yyyy-mm-dd";
            case TIME -> "yyyy-mm-dd hh:mm";
            case NUMBER, WORKING_DAYS -> "0";
            default -> "@";
        };
        sheet.style(column).format(format).set();
        var names = choiceNames(field);
        if (!names.isEmpty()) {
            for (int i = 0; i < names.size(); i++) {
                choices.value(i, column, names.get(i));
            }
            var list = choices.range(0, column, names.size() - 1, column);
            if (field.type().many()) {
                sheet.comment(0, column, context.t("import.template.several", String.join("、", names)));
            } else {
                sheet.range(1, column, FORMATTED_ROWS, column).validateWithList(list);
            }
        }
    }

    private String requirement(Field field) {
        if (form.required(field)) {
            return context.t("import.template.required");
        }
        return form.start().form().containsKey(field.id())
                ? context.t("import.template.optional")
                : context.t("import.template.only-changes");
    }

    private String hint(Field field) {
        return switch (field.type()) {
            case NUMBER, WORKING_DAYS -> context.t("import.takes.number", field.least(), field.most());
            case TEXT, LONG_TEXT, PERSON -> context.t("import.takes.text", field.most());
            case CHOICES, UNITS, REGIONS -> context.t("import.takes.several");
            case CHOICE, CATEGORY, REGION, UNIT, LISTED, YES_NO -> context.t("import.takes.choice");
            case DATE, FUTURE_DATE -> context.t("import.takes.day");
            case TIME -> context.t("import.takes.time");
            case POINT -> context.t("import.takes.point");
            case PHONE, ID_NUMBER, ORDER -> context.t("import.takes.code");
            case FILES, SIGNATURE -> "";
        };
    }

    private List<String> choiceNames(Field field) {
        return FieldOptions.of(context, field).stream().map(Choice::label).toList();
    }
}
