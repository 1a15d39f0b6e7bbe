package org.liudan.access;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liudan.access.FormsFuzz.ShownForm;
import org.liudan.access.FormsFuzz.VisitorSession;
import org.liudan.testing.Barrage;
import org.liudan.testing.Malformed;

/** Builds malformed requests from the forms that pages show and from addresses. */
final class FuzzRequests {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::(?:\\\\d\\{[\\d,]+}|[^{}]+))?}");
    private static final String BOUNDARY = "edge";

    private FuzzRequests() {}

    /** The request of a form that no page shows, for an address, with fields of other forms. */
    static Barrage.Request toRoute(
            String route, VisitorSession session, List<String> names, Map<String, String> known, Malformed malformed) {
        var filled = new LinkedHashMap<String, String>();
        for (int i = 0; i < 6; i++) {
            filled.put(malformed.one(names), "");
        }
        var method = route.substring(0, route.indexOf(' '));
        var path = fill(route.substring(route.indexOf(' ') + 1), known, malformed, true);
        var form = new ShownForm(
                session,
                method.equals("ANY") ? "GET" : method,
                path,
                filled,
                method.equals("POST") && malformed.once(3));
        return of(form, known, malformed);
    }

    /** An address with values for its variables: known ones, or also malformed ones. */
    static String fill(String path, Map<String, String> known, Malformed malformed, boolean alsoMalformed) {
        return VARIABLE.matcher(path)
                .replaceAll(variable -> Matcher.quoteReplacement(
                        known.containsKey(variable.group(1)) && !(alsoMalformed && malformed.once(3))
                                ? known.get(variable.group(1))
                                : alsoMalformed ? malformed.place() : "1"));
    }

    /** The request that submits a form, malformed in several ways. */
    static Barrage.Request of(ShownForm form, Map<String, String> known, Malformed malformed) {
        var values = new LinkedHashMap<>(known);
        form.filled().forEach((name, value) -> {
            if (!value.isEmpty()) {
                values.put(name, value);
            }
        });
        var names = new ArrayList<>(form.filled().keySet());
        var path = form.action() + (malformed.once(30) ? "/" + malformed.place() : "");
        byte[] body;
        var type = "application/x-www-form-urlencoded";
        var header = "";
        if (form.method().equals("GET")) {
            body = new byte[0];
            path += (path.contains("?") ? "&" : "?")
                    + new String(malformed.form(names, values), StandardCharsets.UTF_8);
        } else {
            header = malformed.once(20) ? "" : "X-XSRF-TOKEN: " + form.session().token() + "\r\n";
            var multipart = form.multipart() != malformed.once(10);
            type = multipart ? "multipart/form-data; boundary=" + BOUNDARY : type;
            body = multipart ? malformed.parts(BOUNDARY, names, values) : malformed.form(names, values);
        }
        var head = form.method() + " " + path
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: text/html,*/*;q=0.8\r\n"
                + header
                + (malformed.once(25)
                        ? "Cookie: liudan=" + malformed.one(List.of("x", "=", "%00", "a".repeat(900)))
                        : "Cookie: " + form.session().cookies())
                + "\r\n"
                + (malformed.once(10) ? "HX-Request: true\r\n" : "")
                + "Content-Type: "
                + (malformed.once(15) ? malformed.type() : type)
                + "\r\nContent-Length: "
                + body.length
                + "\r\n\r\n";
        return new Barrage.Request(
                head, new String(body, StandardCharsets.UTF_8), body.length > 1 && malformed.once(30));
    }
}
