package org.liudan.testing;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes input that no page and no correct program would send. The input depends on the seed only. */
public final class Malformed {

    private static final int HUGE = 10_000_000;

    private final Random random;
    /** Half of the inputs have few faults, so that they pass more checks. */
    private final boolean mild;

    public Malformed(long seed) {
        this.random = new Random(seed);
        this.mild = random.nextBoolean();
    }

    /** Returns true once in so many calls on average. */
    public boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    /** Returns a random element. */
    public <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    public String text() {
        if (once(4000)) {
            return "巨".repeat(HUGE / 3);
        }
        var text = once(8) ? one(MalformedSamples.TEXTS) + one(MalformedSamples.TEXTS) : one(MalformedSamples.TEXTS);
        return mild ? text.replace("\0", "") : text;
    }

    private boolean omit() {
        return once(mild ? 12 : 4);
    }

    private boolean isCorrect(String field, Map<String, String> known) {
        return known.containsKey(field) && !once(mild ? 8 : 4);
    }

    /** Returns a segment of a path. */
    public String place() {
        return one(MalformedSamples.PATHS);
    }

    public String type() {
        return one(MalformedSamples.TYPES);
    }

    /** Returns a MalformedSamples.JSON text with some of these fields; fields with a known value have it in most cases. */
    public String json(Collection<String> fields, Map<String, String> known) {
        if (once(mild ? 50 : 5)) {
            return one(MalformedSamples.JSON);
        }
        var json = new StringBuilder("{");
        for (var field : fields) {
            if (!omit()) {
                json.append(json.length() == 1 ? "" : ",").append(quoted(field)).append(':');
                json.append(isCorrect(field, known) ? quoted(known.get(field)) : value(0));
            }
        }
        if (once(8)) {
            json.append(json.length() == 1 ? "" : ",")
                    .append(quoted(text()))
                    .append(':')
                    .append(value(0));
        }
        json.append('}');
        return once(20) ? json.substring(0, random.nextInt(json.length())) : json.toString();
    }

    private String value(int depth) {
        return switch (random.nextInt(depth > 3 ? 4 : 7)) {
            case 0, 1 -> quoted(text());
            case 2 -> one(List.of("0", "-1", "1e999999", "123456789012345678901234567890", "0.1", "-0"));
            case 3 -> one(List.of("true", "false", "null"));
            case 4 -> "[" + value(depth + 1) + (once(2) ? "," + value(depth + 1) : "") + "]";
            default ->
                "{"
                        + quoted(one(List.of(
                                "content",
                                "region",
                                "title",
                                "files",
                                "point",
                                "happened",
                                "until",
                                "days",
                                "words",
                                "")))
                        + ":" + value(depth + 1) + "}";
        };
    }

    private String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < 32 || Character.isSurrogate((char) c)) {
                quoted.append("\\u%04x".formatted(c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }

    /** Returns a query or form with some of these fields. */
    public byte[] form(Collection<String> fields, Map<String, String> known) {
        var form = new ByteArrayOutputStream();
        for (var field : fields) {
            if (!omit()) {
                write(form, (form.size() == 0 ? "" : "&") + encoded(field) + "=");
                write(form, isCorrect(field, known) ? encoded(known.get(field)) : badlyEncoded());
            }
        }
        if (once(6)) {
            write(form, "&" + badlyEncoded() + "=" + badlyEncoded());
        }
        if (once(200)) {
            write(form, "&a=b".repeat(11_000));
        }
        return form.toByteArray();
    }

    private String badlyEncoded() {
        return switch (random.nextInt(mild ? 1000 : 12)) {
            case 0 -> "%ed%a0%80";
            case 1 -> "%ff%fe%00";
            case 2 -> "%zz%";
            default -> encoded(text());
        };
    }

    /** Returns a faulty multipart body. */
    public byte[] parts(String boundary, Collection<String> fields, Map<String, String> known) {
        var body = new ByteArrayOutputStream();
        for (var field : fields) {
            if (!omit()) {
                write(body, "--" + boundary + (once(mild ? 150 : 15) ? "\n" : "\r\n"));
                write(body, once(mild ? 150 : 15) ? "" : "Content-Disposition: form-data; name=\"" + field + "\"");
                if (once(4) || field.contains("file") && once(2)) {
                    write(
                            body,
                            "; filename=\"" + text().replace("\"", once(9) ? "\"" : "") + "\"\r\nContent-Type: "
                                    + type());
                }
                write(body, once(mild ? 150 : 15) ? "\r\n" : "\r\n\r\n");
                write(
                        body,
                        (isCorrect(field, known) ? known.get(field) : text()) + (once(mild ? 150 : 15) ? "" : "\r\n"));
            }
        }
        if (once(100)) {
            write(
                    body,
                    ("--" + boundary
                                    + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a\"\r\n\r\nx\r\n")
                            .repeat(1200));
        }
        write(body, omit() ? "" : "--" + boundary + "--\r\n");
        return body.toByteArray();
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void write(ByteArrayOutputStream to, String text) {
        to.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
