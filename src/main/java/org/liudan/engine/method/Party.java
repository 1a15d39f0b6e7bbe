package org.liudan.engine.method;

import java.util.Optional;
import java.util.Set;

/**
 * A party: a part that one unit plays in an order, for example the department that handles it.
 *
 * @param source where its unit comes from
 * @param otherwise the post that stands in if no unit is found
 */
public record Party(String id, LocalizedText name, Source source, Optional<Role.PostOf> otherwise) {

    /** Where the unit of a party comes from. */
    public sealed interface Source {

        /** The office of the order's region at a level: {@code street}, {@code community}, {@code grid}, {@code micro-grid}. */
        record OfRegion(String level) implements Source {

            public static final Set<String> LEVELS = Set.of("street", "community", "grid", "micro-grid");
        }

        /** The unit that was chosen in this field of a form. */
        record Chosen(String field) implements Source {}

        /** The leader who is attached to the unit of another party. */
        record AttachedTo(String party) implements Source {}

        /** One fixed unit. */
        record Given(String unit) implements Source {}

        /** The only unit of this kind in the district. */
        record Only(String kind) implements Source {}
    }
}
