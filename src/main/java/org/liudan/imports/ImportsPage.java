package org.liudan.imports;

import java.util.List;
import org.liudan.engine.method.Reason;

/**
 * Where a file is brought into a register, and what was brought before.
 *
 * @param may true when the reader may import
 * @param key what a row is known by
 * @param change by which action a row whose key is there is changed; empty where it is not
 * @param reasons why the file that was sent is not taken
 */
public record ImportsPage(
        String register,
        String name,
        boolean may,
        String key,
        String change,
        List<Reason> reasons,
        List<Line> imports) {

    /**
     * An import.
     *
     * @param state in words
     * @param colour red, amber, green or grey
     */
    public record Line(long id, String file, String who, String at, String state, String colour, String counts) {}
}
