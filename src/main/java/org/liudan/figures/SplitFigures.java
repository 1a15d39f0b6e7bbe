package org.liudan.figures;

import java.util.List;
import java.util.Map;

/** Figures of the same orders, in total and by split; the lists are keyed by the name of the split. */
public record SplitFigures(Map<String, List<Tally>> lists) {

    /** Returns the total. */
    public Tally whole() {
        return by(FigureChange.WHOLE).get(0);
    }

    /** Returns the figures of a split, one for each key, the largest first. */
    public List<Tally> by(String split) {
        return lists.getOrDefault(split, List.of());
    }
}
