package org.liudan.rulepages;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.List;

/** The difference between two texts, line by line. */
public record LineDifference(List<DifferenceLine> lines) {

    /** Beyond this many pairs of lines, the differing part is shown as replaced whole, because comparing takes too long. */
    private static final long MAX_PAIRS = 9_000_000;

    /** What happened to a line. A gap stands for equal lines that are left out. */
    public enum LineKind {
        SAME,
        REMOVED,
        ADDED,
        GAP
    }

    /**
     * One line.
     *
     * @param before its number in the earlier text, from 1; 0 if it is only in the later text; for a gap, the number of hidden
     *     lines
     * @param after its number in the later text, from 1; 0 if it is only in the earlier text
     */
    public record DifferenceLine(LineKind kind, int before, int after, String text) {}

    static LineDifference between(String before, String after) {
        var oldLines = before.lines().toList();
        var newLines = after.lines().toList();
        int start = commonStart(oldLines, newLines);
        int end = commonEnd(oldLines, newLines, start);
        var lines = new ArrayList<DifferenceLine>();
        int i = 0;
        int j = 0;
        for (var delta : deltas(
                oldLines.subList(start, oldLines.size() - end), newLines.subList(start, newLines.size() - end))) {
            while (i < start + delta.getSource().getPosition()) {
                lines.add(new DifferenceLine(LineKind.SAME, ++i, ++j, oldLines.get(i - 1)));
            }
            for (var line : delta.getSource().getLines()) {
                lines.add(new DifferenceLine(LineKind.REMOVED, ++i, 0, line));
            }
            for (var line : delta.getTarget().getLines()) {
                lines.add(new DifferenceLine(LineKind.ADDED, 0, ++j, line));
            }
        }
        while (i < oldLines.size()) {
            lines.add(new DifferenceLine(LineKind.SAME, ++i, ++j, oldLines.get(i - 1)));
        }
        return new LineDifference(List.copyOf(lines));
    }

    private static int commonStart(List<String> oldLines, List<String> newLines) {
        int start = 0;
        while (start < Math.min(oldLines.size(), newLines.size())
                && oldLines.get(start).equals(newLines.get(start))) {
            start++;
        }
        return start;
    }

    private static int commonEnd(List<String> oldLines, List<String> newLines, int start) {
        int end = 0;
        while (end < Math.min(oldLines.size(), newLines.size()) - start
                && oldLines.get(oldLines.size() - 1 - end).equals(newLines.get(newLines.size() - 1 - end))) {
            end++;
        }
        return end;
    }

    private static List<AbstractDelta<String>> deltas(List<String> oldLines, List<String> newLines) {
        return (long) oldLines.size() * newLines.size() > MAX_PAIRS
                ? List.of(new ChangeDelta<>(new Chunk<>(0, oldLines), new Chunk<>(0, newLines)))
                : DiffUtils.diff(oldLines, newLines).getDeltas();
    }

    public boolean isEmpty() {
        return added() + removed() == 0;
    }

    /** The number of added lines. */
    public long added() {
        return lines.stream().filter(line -> line.kind() == LineKind.ADDED).count();
    }

    /** The number of removed lines. */
    public long removed() {
        return lines.stream().filter(line -> line.kind() == LineKind.REMOVED).count();
    }

    /** Only the differing lines, with this many equal lines around them. Gaps stand for the other lines. */
    LineDifference around(int context) {
        var near = new boolean[lines.size()];
        for (int i = 0; i < near.length; i++) {
            if (lines.get(i).kind() != LineKind.SAME) {
                for (int k = Math.max(0, i - context); k <= Math.min(near.length - 1, i + context); k++) {
                    near[k] = true;
                }
            }
        }
        var shown = new ArrayList<DifferenceLine>();
        int hidden = 0;
        for (int i = 0; i <= near.length; i++) {
            if (i < near.length && !near[i]) {
                hidden++;
            } else {
                if (hidden > 0) {
                    shown.add(new DifferenceLine(LineKind.GAP, hidden, 0, ""));
                    hidden = 0;
                }
                if (i < near.length) {
                    shown.add(lines.get(i));
                }
            }
        }
        return new LineDifference(shown);
    }
}
