package org.liudan.imports;

import java.util.Comparator;
import java.util.List;
import org.liudan.engine.method.Field;
import org.liudan.web.FieldView.Choice;
import org.liudan.web.PageContext;

/** What can be picked for a field, in the reader's language. */
final class FieldOptions {

    private FieldOptions() {}

    static List<Choice> of(PageContext screen, Field field) {
        return switch (field.type()) {
            case CHOICE, CHOICES ->
                field.choices().entrySet().stream()
                        .map(choice -> new Choice(choice.getKey(), screen.w(choice.getValue())))
                        .toList();
            case YES_NO -> List.of(new Choice("true", screen.t("form.yes")), new Choice("false", screen.t("form.no")));
            case REGION, REGIONS ->
                screen.directory().regions().values().stream()
                        .filter(region -> screen.directory().isRegion(region.code()))
                        .map(region ->
                                new Choice(region.code(), screen.directory().regionName(region.code())))
                        .sorted(Comparator.comparing(Choice::label))
                        .toList();
            case UNIT, UNITS ->
                screen.directory().ofKind(field.kind().orElseThrow()).stream()
                        .map(unit -> new Choice(unit.code(), screen.w(unit.name())))
                        .toList();
            case CATEGORY ->
                screen.directory().categories().keySet().stream()
                        .map(code -> new Choice(code, screen.category(code)))
                        .toList();
            case LISTED ->
                screen.directory().listed(field.kind().orElseThrow()).entrySet().stream()
                        .map(entry -> new Choice(entry.getKey(), screen.w(entry.getValue())))
                        .toList();
            default -> List.of();
        };
    }
}
