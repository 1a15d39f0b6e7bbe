package org.liudan.rulepages;

import java.util.Optional;

/**
 * Something that an action has to do with other orders.
 *
 * @param brief the same where there is little room
 * @param when under which condition; empty when always
 * @param address the page of the other method, where it is just one
 */
public record Dealing(String text, String brief, String when, Optional<String> address) {

    /** Only the brief text, with this before it. */
    Dealing brief(String before) {
        return new Dealing(before + brief, before + brief, "", address);
    }
}
