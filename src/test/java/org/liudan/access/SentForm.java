package org.liudan.access;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A form of a page, filled in with the same text in every text field and with the first choice of every other field.
 *
 * @param filled its fields: name, value, name, value
 * @param texts the number of its text fields
 */
record SentForm(String action, List<String> filled, int texts) {

    private static final Pattern FORM = Pattern.compile("<form([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern CONTROL = Pattern.compile(
            "<(input|textarea|select)\\b([^>]*)>(.*?)(?=<(?:input|textarea|select)\\b|\\z)", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option value=\"([^\"]+)\"");

    /** The forms of a page that are sent by POST. */
    static List<SentForm> all(String page, String path, String text) {
        return FORM.matcher(page)
                .results()
                .filter(form -> form.group(1).contains("method=\"post\""))
                .map(form -> of(form.group(1), form.group(2), path, text))
                .toList();
    }

    private static SentForm of(String head, String inside, String path, String text) {
        var filled = new ArrayList<String>();
        var seen = new HashSet<String>();
        int texts = 0;
        for (var control : CONTROL.matcher(inside).results().toList()) {
            var attributes = control.group(2);
            var name = attribute(attributes, "name");
            if (name.isEmpty() || name.equals("_csrf") || !seen.add(name)) {
                continue;
            }
            var value = switch (control.group(1) + " " + attribute(attributes, "type")) {
                case "select " -> first(control.group(3));
                case "input hidden", "input radio", "input checkbox" -> attribute(attributes, "value");
                case "input date" -> "2026-11-16";
                case "input datetime-local" -> "2026-11-16T09:00";
                case "input tel" -> "19900001234";
                case "input file", "input submit" -> "";
                default -> attributes.contains("inputmode=\"numeric\"") ? number(attributes) : text;
            };
            if (!value.isEmpty()) {
                filled.addAll(List.of(name, value));
                texts += value.equals(text) ? 1 : 0;
            }
        }
        var action = attribute(head, "action");
        return new SentForm(action.isEmpty() ? path : action, filled, texts);
    }

    /** The same form with other values for some of its fields, given as name, value. */
    SentForm with(String... others) {
        var changed = new ArrayList<>(filled);
        for (int i = 0; i < others.length; i += 2) {
            for (int field = 0; field < changed.size(); field += 2) {
                if (changed.get(field).equals(others[i])) {
                    changed.set(field + 1, others[i + 1]);
                }
            }
        }
        return new SentForm(action, changed, texts);
    }

    /** The same form without some fields. */
    SentForm without(Set<String> fields) {
        var remaining = new ArrayList<String>();
        for (int field = 0; field < filled.size(); field += 2) {
            if (!fields.contains(filled.get(field))) {
                remaining.addAll(filled.subList(field, field + 2));
            }
        }
        return new SentForm(action, remaining, texts);
    }

    private static String first(String options) {
        var option = OPTION.matcher(options);
        return option.find() ? plain(option.group(1)) : "";
    }

    private static String number(String attributes) {
        var least = attribute(attributes, "data-least");
        return least.isEmpty() || least.startsWith("-") || least.equals("0") ? "1" : least;
    }

    private static String attribute(String attributes, String name) {
        return Stream.of(Pattern.compile("(?:^|\\s)" + name + "=\"([^\"]*)\"").matcher(attributes))
                .filter(Matcher::find)
                .map(found -> plain(found.group(1)))
                .findFirst()
                .orElse("");
    }

    private static String plain(String value) {
        return value.replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&amp;", "&");
    }
}
