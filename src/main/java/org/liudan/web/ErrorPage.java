package org.liudan.web;

/**
 * An error outside a form.
 *
 * @param status the HTTP status
 * @param key the start of two message keys, which end in {@code .title} and {@code .text}
 * @param reference the number of a server error in the log; otherwise empty
 */
public record ErrorPage(int status, String key, String reference) {

    public ErrorPage(int status, String key) {
        this(status, key, "");
    }
}
