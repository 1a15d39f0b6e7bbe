package org.liudan.imports;

import java.util.List;
import org.liudan.engine.method.Reason;

/**
 * The page where a file is imported into a register, with the earlier imports.
 *
 * @param mayImport true if the reader may import
 * @param key the name of the field that identifies a row
 * @param change the name of the action that changes a subject with the same key; empty if there is none
 * @param reasons why the uploaded file was not accepted
 */
public record ImportsPage(
        String register,
        String name,
        boolean mayImport,
        String key,
        String change,
        List<Reason> reasons,
        List<Line> imports) {

    /**
     * One earlier import.
     *
     * @param state the state in words
     * @param colour red, amber, green or grey
     */
    public record Line(
            long id, String file, String createdBy, String createdAt, String state, String colour, String counts) {}
}
