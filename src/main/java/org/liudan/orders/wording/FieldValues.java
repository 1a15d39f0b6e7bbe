package org.liudan.orders.wording;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.Field;
import org.liudan.privacy.Masks;
import org.liudan.privacy.Seals;
import org.liudan.web.PageContext;

/** The values of fields in words, with personal data masked. */
public record FieldValues(PageContext context, Seals seals) {

    public String of(Field field, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof List<?> values) {
            return values.stream().map(item -> of(field, item)).collect(Collectors.joining(context.t("list.or")));
        }
        var text = value.toString();
        return switch (field.type()) {
            case CHOICE, CHOICES ->
                Optional.ofNullable(field.choices().get(text)).map(context::w).orElse(text);
            case CATEGORY -> context.category(text);
            case REGION, REGIONS -> context.directory().regionName(text);
            case UNIT, UNITS -> context.unit(text);
            case LISTED -> context.listed(field.kind().orElseThrow(), text);
            case TIME -> text.replace('T', ' ');
            case YES_NO -> context.t(text.equals("true") ? "form.yes" : "form.no");
            case WORKING_DAYS -> context.t("time.days", text);
            case PERSON -> Masks.name(seals.open(text));
            case PHONE -> Masks.phone(seals.open(text));
            case ID_NUMBER -> Masks.idNumber(seals.open(text));
            default -> text;
        };
    }
}
