package org.liudan.registers;

import java.util.List;
import org.liudan.engine.method.LocalizedText;

/** The registers that the reader may see, each with its open and overdue subjects. */
public record RegisterListPage(List<RegisterTile> registers) {

    /**
     * A register.
     *
     * @param open the number of open subjects, counted up to ten thousand
     * @param cycle true if its subjects are visited on a cycle
     */
    public record RegisterTile(String id, LocalizedText name, long open, long overdue, long dueSoon, boolean cycle) {}
}
