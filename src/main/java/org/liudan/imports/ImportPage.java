package org.liudan.imports;

import java.util.List;
import java.util.Optional;

/**
 * One import: what would come of it, how far it is, what came of it.
 *
 * @param pass what is under way: {@code checking}, {@code running}, {@code undoing}; empty otherwise
 * @param done how many rows of the pass are done with
 * @param failure why it can't be read or gone on with
 * @param columns what the columns became; {@code passed} are those that became nothing
 * @param may what the reader may do now: {@code confirm}, {@code stop}, {@code go-on}, {@code undo}
 * @param faulty how many rows were refused in all
 * @param stayed rows that were not taken back
 */
public record ImportPage(
        long id,
        String register,
        String name,
        String file,
        String about,
        String hash,
        String state,
        String pass,
        int done,
        int total,
        Optional<String> failure,
        List<Count> counts,
        List<Column> columns,
        List<String> passed,
        List<String> may,
        int faulty,
        List<Fault> faults,
        List<Fault> stayed) {

    /** How many rows something came of. */
    public record Count(String name, int count, String colour) {}

    /** A column and the field that it became. */
    public record Column(String heading, String field) {}

    /**
     * What is wrong in a row.
     *
     * @param column whose cell it is; empty when it is the row as a whole
     */
    public record Fault(int row, String column, String value, String what) {}

    public String address() {
        return "/registers/" + register + "/imports/" + id;
    }
}
