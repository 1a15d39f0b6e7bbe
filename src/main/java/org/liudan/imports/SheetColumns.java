package org.liudan.imports;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The columns of a sheet.
 *
 * @param missing required fields that have none
 */
record SheetColumns(List<Column> all, List<String> missing) {

    /**
     * A column.
     *
     * @param field which field it became; empty when it is passed over
     */
    record Column(String heading, Optional<String> field) {}

    /** A field that two columns want to be. */
    Optional<String> twice() {
        var seen = new HashSet<String>();
        return all.stream()
                .flatMap(column -> column.field().stream())
                .filter(field -> !seen.add(field))
                .findFirst();
    }
}
