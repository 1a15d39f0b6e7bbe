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
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\0",
            "a\0b",
            "\u0001\u0008\u001b[31m",
            "\ud800",
            "\udc00x",
            "\uffff",
            "\ufeff",
            "\u202e反",
            "🤷🏽‍♀️",
            "\r\nX-Injected: yes",
            "-1",
            "0",
            "1",
            "999999999999999999999999",
            "-9223372036854775808",
            "1e999999",
            "-1e-999999",
            "NaN",
            "Infinity",
            "0x10",
            "１２",
            "٣٤",
            "1,000",
            "1.",
            ".5",
            "true",
            "null",
            "[]",
            "{}",
            "\"",
            "\\",
            "2026-13-45",
            "0000-00-00",
            "+999999999-12-31",
            "-999999999-01-01",
            "2026-02-30T25:61",
            "2026-11-16T09:00",
            "9999-12-31",
            "2026-11",
            "999999999-99",
            "24:00-00:00",
            "NaN,NaN",
            "1e400,1",
            "180.0,90.0",
            "999,999",
            "110.0,27.1",
            ",",
            "109,26,111,28",
            "NaN,0,1,1",
            "../../etc/passwd",
            "..\\..\\x",
            "/",
            "%00",
            "%zz",
            "${jndi:ldap://x}",
            "{{7*7}}",
            "' or 1=1 --",
            "<script>alert(1)</script>",
            "431271001001",
            "431271001",
            "city-management",
            "six-orders",
            "fishermen",
            "community/clerk",
            "a.b.c/d",
            "2026-11-16..2026-11-17",
            "20261116-000001",
            "99999999-999999",
            "0000-0000-0000-0000",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "zh",
            "en_",
            "x".repeat(300),
            "长".repeat(5000),
            "1".repeat(5000),
            "(".repeat(2000),
            "a,".repeat(3000),
            "\n".repeat(3000));
    private static final List<String> PATHS = List.of(
            "..",
            ".",
            "%2e%2e",
            "..%2f..%2fetc",
            "%00",
            "%zz",
            "%",
            ";jsessionid=1",
            "a;b=c",
            "//",
            "\\",
            "%5c",
            "%c0%af",
            "%ed%a0%80",
            "长",
            "a b",
            "%0d%0aX: y",
            "{x}",
            "[",
            "\"",
            "|",
            "<",
            "%25",
            "%252f",
            "*",
            "~",
            "x".repeat(3000),
            "y".repeat(12000),
            "-1",
            "99999999999999999999",
            "1e9",
            "six-orders",
            "fishermen",
            "20260101-000000",
            "431271001001");
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json; charset=utf-16",
            "application/json; charset=no-such",
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded; charset=gbk",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=\"",
            "multipart/mixed; boundary=x",
            "a/b/c;;;",
            "*/*",
            "/",
            "");
    private static final List<String> JSON = List.of(
            "",
            "{",
            "[",
            "]",
            "7",
            "null",
            "\"x\"",
            "{}",
            "[]",
            "{} {}",
            "{\"a\":1,\"a\":2}",
            "\ufeff{}",
            "{'a':1}",
            "{\"a\":NaN}",
            "{\"a\":1e999999999}",
            "{\"\\ud800\":1}",
            "{\"a\":\"\\u0000\"}",
            "[".repeat(100_000),
            "{\"a\":".repeat(50_000),
            "[" + "0,".repeat(50_000) + "0]",
            "{\"answers\":" + "{\"a\":".repeat(900) + "1" + "}".repeat(901),
            "1".repeat(100_000),
            "{\"a\":" + "1".repeat(2000) + "}");

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
        var text = once(8) ? one(TEXTS) + one(TEXTS) : one(TEXTS);
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
        return one(PATHS);
    }

    public String type() {
        return one(TYPES);
    }

    /** Returns a JSON text with some of these fields; fields with a known value have it in most cases. */
    public String json(Collection<String> fields, Map<String, String> known) {
        if (once(mild ? 50 : 5)) {
            return one(JSON);
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
