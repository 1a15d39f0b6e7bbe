package org.liudan.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.liudan.web.FormRedisplay;

/**
 * The page or form that a user wanted before they had to sign in.
 *
 * @param returnTo the address to continue at; empty for the desk
 * @param fields what they had typed there; empty if they only opened a page
 */
public record InterruptedForm(String returnTo, List<TypedField> fields) {

    static final String THEN = "then";
    private static final String PREFIX = "typed.";

    /** A field of the interrupted form and its value. */
    public record TypedField(String name, String value) {

        /** The parameter name of this field in the sign-in form. */
        public String parameterName() {
            return PREFIX + name;
        }
    }

    /** The form that was sent to a page which requires signing in. */
    static InterruptedForm ofOriginalRequest(String address, HttpServletRequest request) {
        return new InterruptedForm(address, fields(request, ""));
    }

    /** The interrupted form that the sign-in form carries in hidden fields. */
    static InterruptedForm ofSignInForm(HttpServletRequest request) {
        var returnTo = request.getParameter(THEN);
        return new InterruptedForm(returnTo == null ? "" : returnTo, fields(request, PREFIX));
    }

    private static List<TypedField> fields(HttpServletRequest request, String prefix) {
        var fields = new ArrayList<TypedField>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(prefix) && !name.equals("_csrf") && !name.equals(FormRedisplay.PARAMETER)) {
                for (var value : values) {
                    fields.add(new TypedField(name.substring(prefix.length()), value));
                }
            }
        });
        return fields;
    }
}
