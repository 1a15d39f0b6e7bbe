package org.liudan.imports;

import java.util.List;
import java.util.Optional;

/**
 * The page of one import: its preview, its progress and its results.
 *
 * @param register the id of the register
 * @param registerName the register's name in words
 * @param columns the columns that match a field
 * @param ignoredColumns the headings of the columns that match no field
 * @param actions what the reader may do now: {@code confirm}, {@code stop}, {@code go-on}, {@code undo}
 * @param faulty the number of rejected rows
 * @param faults the errors of the first rejected rows
 * @param notUndone the errors of the rows that could not be undone
 */
public record ImportPage(
        long id,
        String register,
        String registerName,
        UploadedFile file,
        ImportProgress progress,
        List<RowCount> counts,
        List<MatchedColumn> columns,
        List<String> ignoredColumns,
        List<String> actions,
        int faulty,
        List<RowFault> faults,
        List<RowFault> notUndone) {

    /** The uploaded file: its name, who uploaded it and when in words, and its SHA-256 hash. */
    public record UploadedFile(String name, String description, String hash) {}

    /**
     * How far the import is.
     *
     * @param state the state in words
     * @param pass the running pass: {@code checking}, {@code running} or {@code undoing}; empty if none is running
     * @param done the number of rows that the pass has processed
     * @param total the number of rows of the pass; 0 if not yet known
     * @param failure why the file can't be read, or why the import failed
     */
    public record ImportProgress(String state, String pass, int done, int total, Optional<String> failure) {}

    /** The number of rows with one result. */
    public record RowCount(String name, int count, String colour) {}

    /** A column and the name of its field. */
    public record MatchedColumn(String heading, String field) {}

    /**
     * One error in a row.
     *
     * @param column the heading of the cell's column; empty if the error concerns the whole row
     */
    public record RowFault(int row, String column, String value, String message) {}

    /** The path of this page; forms are posted below it. */
    public String address() {
        return "/registers/" + register + "/imports/" + id;
    }
}
