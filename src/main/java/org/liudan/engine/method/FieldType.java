package org.liudan.engine.method;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The type of a field. Its name in the rulebook is the constant's name in lower case with hyphens. */
public enum FieldType {
    TEXT(FactType.TEXT),
    LONG_TEXT(FactType.TEXT),
    CHOICE(FactType.TEXT),
    CATEGORY(FactType.TEXT),
    NUMBER(FactType.NUMBER),
    WORKING_DAYS(FactType.NUMBER),
    DATE(FactType.TEXT),
    FUTURE_DATE(FactType.TEXT),
    YES_NO(FactType.YES_NO),
    FILES(FactType.TEXTS),
    REGION(FactType.TEXT),
    POINT(FactType.TEXT),
    UNIT(FactType.TEXT),
    REGIONS(FactType.TEXTS),
    UNITS(FactType.TEXTS),
    LISTED(FactType.TEXT),
    ORDER(FactType.TEXT),
    TIME(FactType.TEXT),
    CHOICES(FactType.TEXTS),
    SIGNATURE(FactType.TEXTS),
    PERSON(FactType.TEXT),
    PHONE(FactType.TEXT),
    ID_NUMBER(FactType.TEXT);

    private final FactType fact;

    FieldType(FactType fact) {
        this.fact = fact;
    }

    /** The type of the value in guards. */
    public FactType fact() {
        return fact;
    }

    /** True if the field takes several values. */
    public boolean many() {
        return fact == FactType.TEXTS;
    }

    /** True if the field takes files. */
    public boolean files() {
        return this == FILES || this == SIGNATURE;
    }

    /** True for personal data: encrypted in storage and masked on pages. */
    public boolean personal() {
        return this == PERSON || this == PHONE || this == ID_NUMBER;
    }

    /** The name in the rulebook. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The type with this name in the rulebook. */
    public static Optional<FieldType> of(String id) {
        return Arrays.stream(values()).filter(type -> type.id().equals(id)).findFirst();
    }

    /** The names of all types, for messages. */
    public static String ids() {
        return Arrays.stream(values()).map(FieldType::id).collect(Collectors.joining(", "));
    }
}
