package org.liudan.web;

/**
 * What went wrong outside a form.
 *
 * @param key a message key, with {@code .title} and {@code .text}
 * @param reference under which the log has it, when it is a fault of ours; else empty
 */
public record ErrorPage(int status, String key, String reference) {

    public ErrorPage(int status, String key) {
        this(status, key, "");
    }
}
