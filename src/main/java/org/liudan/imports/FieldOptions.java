package org.liudan.imports;

import java.util.Comparator;
import java.util.List;
import org.liudan.engine.method.Field;
import org.liudan.web.FieldView.Choice;
import org.liudan.web.PageContext;

/** The options of a field that is chosen from a list, in the reader's language. */
final class FieldOptions {

    private FieldOptions() {}

    static List<Choice> of(PageContext context, Field field) {
        return switch (field.type()) {
            case CHOICE, CHOICES ->
                field.choices().entrySet().stream()
                        .map(choice -> new Choice(choice.getKey(), context.w(choice.getValue())))
                        .toList();
            case YES_NO ->
                List.of(new Choice("true", context.t("form.yes")), new Choice("false", context.t("form.no")));
            case REGION, REGIONS ->
                context.directory().regions().values().stream()
                        .filter(region -> context.directory().isRegion(region.code()))
                        .map(region ->
                                new Choice(region.code(), context.directory().regionName(region.code())))
                        .sorted(Comparator.comparing(Choice::label))
                        .toList();
            case UNIT, UNITS ->
                context.directory().ofKind(field.kind().orElseThrow()).stream()
                        .map(unit -> new Choice(unit.code(), context.w(unit.name())))
                        .toList();
            case CATEGORY ->
                context.directory().categories().keySet().stream()
                        .map(code -> new Choice(code, context.category(code)))
                        .toList();
            case LISTED ->
                context.directory().listed(field.kind().orElseThrow()).entrySet().stream()
                        .map(entry -> new Choice(entry.getKey(), context.w(entry.getValue())))
                        .toList();
            default -> List.of();
        };
    }
}
