package org.liudan.figures;

import java.util.List;
import java.util.Map;

/** Figures of the same orders, whole and split by several things. */
public record SplitFigures(Map<String, List<Tally>> lists) {

    public Tally whole() {
        return by(FigureChange.WHOLE).get(0);
    }

    /** One for each value, the largest first. */
    public List<Tally> by(String what) {
        return lists.getOrDefault(what, List.of());
    }
}
