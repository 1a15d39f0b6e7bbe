package org.liudan.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.liudan.web.FormRedisplay;

/**
 * What somebody was about to do when they had to sign in.
 *
 * @param then where they go on afterwards; empty for their desk
 * @param fields what they had typed there; empty when they only opened a page
 */
public record InterruptedForm(String then, List<Field> fields) {

    static final String THEN = "then";
    private static final String MARK = "typed.";

    /** A field and its value. */
    public record Field(String name, String value) {

        /** The name under which it goes through the sign-in page. */
        public String carried() {
            return MARK + name;
        }
    }

    /** What was sent to a page that asked to sign in first. */
    static InterruptedForm sent(String address, HttpServletRequest request) {
        return new InterruptedForm(address, fields(request, ""));
    }

    /** What came through the sign-in page. */
    static InterruptedForm carried(HttpServletRequest request) {
        var then = request.getParameter(THEN);
        return new InterruptedForm(then == null ? "" : then, fields(request, MARK));
    }

    private static List<Field> fields(HttpServletRequest request, String mark) {
        var fields = new ArrayList<Field>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(mark) && !name.equals("_csrf") && !name.equals(FormRedisplay.ASKED)) {
                for (var value : values) {
                    fields.add(new Field(name.substring(mark.length()), value));
                }
            }
        });
        return fields;
    }
}
