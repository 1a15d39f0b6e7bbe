package org.liudan.rulepages;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One event in the trial of an imaginary order. A form carries it as text.
 *
 * @param at a local date and time, for example 2026-11-16T09:00
 * @param action the action that is tried; empty if only time passes
 * @param role who tries it, as the rulebook writes it, for example {@code street.dispatcher}
 */
record TrialScene(String at, String action, String role, Map<String, String> answers) {

    private static final String ANSWER_PREFIX = "f.";

    /** Reads the text of {@link #toString}. Unknown or damaged parts are ignored. */
    static TrialScene parse(String text) {
        var parts = new LinkedHashMap<String, String>();
        for (var part : text.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parts.put(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1)));
            }
        }
        var answers = new LinkedHashMap<String, String>();
        parts.forEach((name, value) -> {
            if (name.startsWith(ANSWER_PREFIX)) {
                answers.put(name.substring(ANSWER_PREFIX.length()), value);
            }
        });
        return new TrialScene(
                parts.getOrDefault("at", ""), parts.getOrDefault("action", ""), parts.getOrDefault("as", ""), answers);
    }

    /** The scene as text, as {@link #parse} reads it. */
    @Override
    public String toString() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("at", at);
        parts.put("action", action);
        parts.put("as", role);
        answers.forEach((name, value) -> parts.put(ANSWER_PREFIX + name, value));
        return parts.entrySet().stream()
                .map(part -> encoded(part.getKey()) + "=" + encoded(part.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Returns an empty text if somebody has tampered with the encoding. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException tampered) {
            return "";
        }
    }
}
