package org.liudan.engine;

import java.util.Optional;

/**
 * A part that one unit plays in an order.
 *
 * @param source where the unit comes from
 * @param otherwise the post that stands in where no unit is found
 */
public record Party(String id, Words name, Source source, Optional<Role.PostOf> otherwise) {

    /** Where a party's unit comes from. */
    public sealed interface Source {

        /** The office of the order's region at a level: {@code community} or {@code street}. */
        record OfRegion(String level) implements Source {}

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
