package org.liudan.orderpages;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The place in a list worked through one by one to which an order goes back, whatever becomes of it.
 *
 * @param address empty when it was opened by itself
 */
public record ReturnTo(String address) {

    static final ReturnTo NONE = new ReturnTo("");

    private static final String NAME = "next";
    private static final Pattern LIST = Pattern.compile("/(meeting|callbacks)\\?at=\\d{1,6}(&all=yes)?");

    /** What a request says, if it is one of our lists. */
    static ReturnTo of(HttpServletRequest request) {
        var said = request.getParameter(NAME);
        return said != null && LIST.matcher(said).matches() ? new ReturnTo(said) : NONE;
    }

    public boolean isPresent() {
        return !address.isEmpty();
    }

    /** The list: {@code meeting} or {@code callbacks}. */
    public String list() {
        return address.substring(1, address.indexOf('?'));
    }

    /** To be put after an address without a query, so that it goes on saying where to go back to. */
    public String query() {
        return isPresent() ? "?" + NAME + "=" + URLEncoder.encode(address, StandardCharsets.UTF_8) : "";
    }
}
