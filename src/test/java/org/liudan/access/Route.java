package org.liudan.access;

import static org.liudan.access.Visitor.NOBODY;

import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * A route and the status with which it answers each visitor.
 *
 * @param path its address; {@code {number}}, {@code {code}} and {@code {id}} are replaced by those of an order
 * @param form the fields that are sent: name, value, name, value
 */
record Route(String route, String path, ToIntFunction<Visitor> answer, List<String> form) {

    /** Stands for a redirect to the sign-in page. */
    static final int SIGN_IN = 1;

    static Route open(String route, int status, String... form) {
        return new Route(route, path(route), visitor -> status, List.of(form));
    }

    static Route signedIn(String route, int status, String... form) {
        return new Route(route, path(route), visitor -> visitor == NOBODY ? SIGN_IN : status, List.of(form));
    }

    /** A route for those who work on orders. */
    static Route work(String route, int status, String... form) {
        return new Route(
                route,
                path(route),
                visitor -> visitor == NOBODY ? SIGN_IN : visitor.handlesOrders() ? status : 403,
                List.of(form));
    }

    /** A route for some visitors; others are refused. */
    static Route only(Set<Visitor> allowed, String route, int status, String... form) {
        return new Route(
                route,
                path(route),
                visitor -> visitor == NOBODY ? SIGN_IN : allowed.contains(visitor) ? status : 403,
                List.of(form));
    }

    /** A route for those who may see the order; for others the order doesn't exist. */
    static Route ofOrder(Set<Visitor> seeing, String route, ToIntFunction<Visitor> status, String... form) {
        return new Route(
                route,
                path(route),
                visitor -> visitor == NOBODY
                        ? SIGN_IN
                        : !visitor.handlesOrders() ? 403 : seeing.contains(visitor) ? status.applyAsInt(visitor) : 404,
                List.of(form));
    }

    /** The same route at this address. */
    static Route at(String path, Route route) {
        return new Route(route.route, path, route.answer, route.form);
    }

    boolean isGet() {
        return route.startsWith("GET ");
    }

    private static String path(String route) {
        return route.substring(route.indexOf(' ') + 1);
    }
}
