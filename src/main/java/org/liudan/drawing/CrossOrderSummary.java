package org.liudan.drawing;

import java.util.Optional;

/**
 * Something that an action has to do with other orders.
 *
 * @param brief the same where there is little room
 * @param when under which condition; empty when always
 * @param address the page of the other method, where it is just one
 */
public record CrossOrderSummary(String text, String brief, String when, Optional<String> address) {

    /** Only the brief text, with this before it. */
    CrossOrderSummary brief(String before) {
        return new CrossOrderSummary(before + brief, before + brief, "", address);
    }
}
