package org.liudan.figures;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.liudan.figures.FigureChange.Cell;

/**
 * What some closed orders come to, cell by cell; always in the same order, so that processes that write them don't wait for each
 * other in a ring.
 */
final class FigureCells {

    private static final Comparator<Cell> ORDER = Comparator.comparing(Cell::area)
            .thenComparing(Cell::month)
            .thenComparing(Cell::method)
            .thenComparing(Cell::split)
            .thenComparing(Cell::key);

    private final Map<Cell, FigureCounts> cells = new TreeMap<>(ORDER);

    FigureCounts at(Cell cell) {
        return cells.computeIfAbsent(cell, unknown -> new FigureCounts());
    }

    void count(FigureChange change) {
        change.cells().forEach(cell -> at(cell).add(change));
    }

    List<Map.Entry<Cell, FigureCounts>> all() {
        return List.copyOf(cells.entrySet());
    }

    /** How many cells are not the same here and there; one that is missing counts nothing. */
    long differing(FigureCells others) {
        var all = new TreeSet<>(ORDER);
        all.addAll(cells.keySet());
        all.addAll(others.cells.keySet());
        return all.stream()
                .filter(cell -> !cells.getOrDefault(cell, FigureCounts.NONE)
                        .same(others.cells.getOrDefault(cell, FigureCounts.NONE)))
                .count();
    }
}
