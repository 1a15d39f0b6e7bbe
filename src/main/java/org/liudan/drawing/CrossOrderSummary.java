package org.liudan.drawing;

import java.util.Optional;

/**
 * An effect of an action on other orders, in words.
 *
 * @param brief the same in fewer words, for a drawing
 * @param when the condition; empty if there is none
 * @param address the page of the other method; empty if there is none or more than one
 */
public record CrossOrderSummary(String text, String brief, String when, Optional<String> address) {

    /** Only the brief text, with a prefix. */
    CrossOrderSummary brief(String prefix) {
        return new CrossOrderSummary(prefix + brief, prefix + brief, "", address);
    }
}
