package org.liudan.figures;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.liudan.figures.FigureChange.FigureCell;

/** The counts of some closed orders by cell. The cells have a fixed order, so that processes that write them cannot deadlock. */
final class FigureCells {

    private static final Comparator<FigureCell> ORDER = Comparator.comparing(FigureCell::area)
            .thenComparing(FigureCell::month)
            .thenComparing(FigureCell::method)
            .thenComparing(FigureCell::split)
            .thenComparing(FigureCell::key);

    private final Map<FigureCell, FigureCounts> cells = new TreeMap<>(ORDER);

    /** Returns the counts of a cell; a new cell begins with zero. */
    FigureCounts at(FigureCell cell) {
        return cells.computeIfAbsent(cell, added -> new FigureCounts());
    }

    void count(FigureChange change) {
        change.cells().forEach(cell -> at(cell).add(change));
    }

    List<Map.Entry<FigureCell, FigureCounts>> all() {
        return List.copyOf(cells.entrySet());
    }

    /** Returns the number of cells with different counts; a missing cell counts as zero. */
    long countDifferences(FigureCells other) {
        var all = new TreeSet<>(ORDER);
        all.addAll(cells.keySet());
        all.addAll(other.cells.keySet());
        return all.stream()
                .filter(cell -> !cells.getOrDefault(cell, FigureCounts.NONE)
                        .isSame(other.cells.getOrDefault(cell, FigureCounts.NONE)))
                .count();
    }
}
