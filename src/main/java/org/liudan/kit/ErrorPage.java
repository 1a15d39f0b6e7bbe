package org.liudan.kit;

/**
 * What went wrong outside a form.
 *
 * @param key a message key, with {@code .title} and {@code .text}
 */
public record ErrorPage(int status, String key) {}
