package org.liudan.api;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How much of an order a program wants back for what it has done, as RFC 7240 has it said in {@code Prefer}. */
enum ReturnPreference {

    /** The order as it then stands, with its history and what may be done next. */
    REPRESENTATION,

    /** Only that it is done, where the order is, and the tag of its state. */
    MINIMAL;

    static final String HEADER = "Prefer";

    static final String APPLIED_HEADER = "Preference-Applied";
    static final String RETURN_MINIMAL = "return=minimal";

    /** What is asked for; preferences that are not known don't count. */
    static ReturnPreference of(@Nullable String prefer) {
        return prefer != null
                        && Arrays.stream(prefer.toLowerCase(Locale.ROOT).split("[,;]", -1))
                                .map(String::strip)
                                .anyMatch(RETURN_MINIMAL::equals)
                ? MINIMAL
                : REPRESENTATION;
    }
}
