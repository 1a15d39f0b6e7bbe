package org.liudan.registers;

import java.util.List;
import org.liudan.engine.method.LocalizedText;

/** The registers that somebody may look at, each with what needs looking at. */
public record RegisterListPage(List<One> registers) {

    /**
     * A register.
     *
     * @param kept how many subjects stand on it, counted up to ten thousand
     */
    public record One(String id, LocalizedText name, long kept, long overdue, long soon, boolean cycle) {}
}
