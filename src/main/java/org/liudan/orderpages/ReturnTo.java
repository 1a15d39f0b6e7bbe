package org.liudan.orderpages;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The position in a list, worked through one order at a time, to which the reader returns from an order.
 *
 * @param address the address of the list; empty if the order was not opened from a list
 */
public record ReturnTo(String address) {

    static final ReturnTo NONE = new ReturnTo("");

    private static final String NAME = "next";
    private static final Pattern LIST = Pattern.compile("/(meeting|callbacks)\\?at=\\d{1,6}(&all=yes)?");

    /** The address that a request gives; only addresses of our own lists are accepted. */
    static ReturnTo of(HttpServletRequest request) {
        var requested = request.getParameter(NAME);
        return requested != null && LIST.matcher(requested).matches() ? new ReturnTo(requested) : NONE;
    }

    public boolean isPresent() {
        return !address.isEmpty();
    }

    /** The list: {@code meeting} or {@code callbacks}. */
    public String list() {
        return address.substring(1, address.indexOf('?'));
    }

    /** The query that passes the address on, to be added to an address without a query; empty if there is none. */
    public String query() {
        return isPresent() ? "?" + NAME + "=" + URLEncoder.encode(address, StandardCharsets.UTF_8) : "";
    }
}
