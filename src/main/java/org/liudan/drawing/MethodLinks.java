package org.liudan.drawing;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.CrossOrderRule;
import org.liudan.engine.method.Method;

/**
 * Which methods open or call orders of one another.
 *
 * @param methods the methods in force by id
 */
record MethodLinks(Map<String, Method> methods) {

    Optional<Method> method(String id) {
        return Optional.ofNullable(methods.get(id));
    }

    /**
     * The methods of the orders that a message reaches.
     *
     * @param to {@code parent}, {@code children}, {@code joined}, or a part of the children
     */
    Stream<Method> receivers(Method sender, String to) {
        return switch (to) {
            case "joined" -> Stream.of(sender);
            case "parent" ->
                methods.values().stream()
                        .filter(other -> other.openings().stream()
                                .anyMatch(opening -> opening.method().equals(sender.id())));
            default ->
                sender.openings().stream()
                        .filter(opening -> to.equals("children") || to.equals(opening.as()))
                        .map(CrossOrderRule.Opening::method)
                        .distinct()
                        .flatMap(id -> method(id).stream());
        };
    }

    /** The methods that start orders with this action, or send it to orders of this method. */
    Stream<Method> callers(Method method, Action action) {
        return methods.values().stream().filter(other -> opens(other, method, action) || sends(other, method, action));
    }

    private static boolean opens(Method caller, Method method, Action action) {
        return caller.openings().stream()
                .anyMatch(opening ->
                        opening.method().equals(method.id()) && opening.start().equals(action.id()));
    }

    private boolean sends(Method caller, Method method, Action action) {
        return caller.actions().values().stream()
                .flatMap(sender -> sender.outgoing().sends().stream())
                .anyMatch(sending -> sending.action().equals(action.id())
                        && receivers(caller, sending.to())
                                .anyMatch(receiver -> receiver.id().equals(method.id())));
    }
}
