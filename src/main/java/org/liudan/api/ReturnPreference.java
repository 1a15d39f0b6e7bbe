package org.liudan.api;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How much of an order the response to a change holds, as the header {@code Prefer} of RFC 7240 asks. */
enum ReturnPreference {

    /** The order after the change, with its history and the actions that are now allowed. */
    REPRESENTATION,

    /** Only the status, the address of the order and its ETag. */
    MINIMAL;

    static final String HEADER = "Prefer";
    static final String APPLIED_HEADER = "Preference-Applied";
    static final String RETURN_MINIMAL = "return=minimal";

    /** Reads the header. Unknown preferences are ignored, as the RFC requires. */
    static ReturnPreference of(@Nullable String prefer) {
        return prefer != null
                        && Arrays.stream(prefer.toLowerCase(Locale.ROOT).split("[,;]", -1))
                                .map(String::strip)
                                .anyMatch(RETURN_MINIMAL::equals)
                ? MINIMAL
                : REPRESENTATION;
    }
}
