package org.liudan.engine.method;

import java.util.Optional;
import java.util.Set;

/**
 * A part that one unit plays in an order.
 *
 * @param source where the unit comes from
 * @param otherwise the post that stands in where no unit is found
 */
public record Party(String id, LocalizedText name, Source source, Optional<Role.PostOf> otherwise) {

    /** Where a party's unit comes from. */
    public sealed interface Source {

        /** The office of the order's region at a level: {@code street}, {@code community}, {@code grid}, {@code micro-grid}. */
        record OfRegion(String level) implements Source {

            public static final Set<String> LEVELS = Set.of("street", "community", "grid", "micro-grid");
        }

        /** The unit that an action's form chose in this field. */
        record Chosen(String field) implements Source {}

        /** The leader attached to the unit of another party. */
        record AttachedTo(String party) implements Source {}

        /** This very unit. */
        record Given(String unit) implements Source {}

        /** The one unit of this kind in the district. */
        record Only(String kind) implements Source {}
    }
}
