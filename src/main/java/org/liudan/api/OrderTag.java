package org.liudan.api;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the ETag of an order from a request. */
final class OrderTag {

    private OrderTag() {}

    /** The ETag that {@code If-Match} requires; empty if any state is accepted. */
    static Optional<String> expected(@Nullable String match) {
        return Optional.ofNullable(match)
                .map(String::strip)
                .filter(tag -> !tag.equals("*"))
                .map(tag -> tag.matches("\"[^\"]*\"") ? tag.substring(1, tag.length() - 1) : tag);
    }
}
