package org.liudan.imports;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The columns of a sheet.
 *
 * @param missing the ids of required fields without a column
 */
record SheetColumns(List<SheetColumn> all, List<String> missing) {

    /**
     * A column.
     *
     * @param field the id of the matching field; empty if the column is ignored
     */
    record SheetColumn(String heading, Optional<String> field) {}

    /** Returns a field that two columns match; empty if there is none. */
    Optional<String> duplicateField() {
        var seen = new HashSet<String>();
        return all.stream()
                .flatMap(column -> column.field().stream())
                .filter(field -> !seen.add(field))
                .findFirst();
    }
}
