package org.liudan.api;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The state of an order that a program has seen, as its request names it. */
final class OrderTag {

    private OrderTag() {}

    /** What {@code If-Match} asks for; empty when any state will do. */
    static Optional<String> expected(@Nullable String match) {
        return Optional.ofNullable(match)
                .map(String::strip)
                .filter(tag -> !tag.equals("*"))
                .map(tag -> tag.matches("\"[^\"]*\"") ? tag.substring(1, tag.length() - 1) : tag);
    }
}
