package org.liudan.rulepages;

import java.util.ArrayList;
import java.util.List;

/** What differs between two texts, line by line, as the longest common lines leave it. */
public record LineDifference(List<DifferenceLine> lines) {

    /** Beyond this many pairs of lines the parts that differ are shown as replaced whole. */
    private static final long MOST = 9_000_000;

    /** What became of a line; a gap stands for so many lines that are left out. */
    public enum LineKind {
        SAME,
        REMOVED,
        ADDED,
        GAP
    }

    /**
     * One line.
     *
     * @param before its number in the earlier text, 0 when it is only in the later; of a gap, how many lines it hides
     * @param after its number in the later text, 0 when it is only in the earlier
     */
    public record DifferenceLine(LineKind kind, int before, int after, String text) {}

    static LineDifference between(String before, String after) {
        var old = before.lines().toList();
        var young = after.lines().toList();
        int head = 0;
        while (head < Math.min(old.size(), young.size()) && old.get(head).equals(young.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(old.size(), young.size()) - head
                && old.get(old.size() - 1 - tail).equals(young.get(young.size() - 1 - tail))) {
            tail++;
        }
        var lines = new ArrayList<DifferenceLine>();
        for (int i = 0; i < head; i++) {
            lines.add(new DifferenceLine(LineKind.SAME, i + 1, i + 1, old.get(i)));
        }
        middle(old.subList(head, old.size() - tail), young.subList(head, young.size() - tail), head, lines);
        for (int i = tail; i > 0; i--) {
            lines.add(new DifferenceLine(LineKind.SAME, old.size() - i + 1, young.size() - i + 1, old.get(old.size() - i)));
        }
        return new LineDifference(List.copyOf(lines));
    }

    private static void middle(List<String> old, List<String> young, int head, List<DifferenceLine> lines) {
        int[][] common = lengths(old, young);
        int i = 0;
        int j = 0;
        while (i < old.size() || j < young.size()) {
            if (common.length > 0
                    && i < old.size()
                    && j < young.size()
                    && old.get(i).equals(young.get(j))) {
                lines.add(new DifferenceLine(LineKind.SAME, head + ++i, head + ++j, old.get(i - 1)));
            } else if (i < old.size()
                    && (j == young.size() || common.length == 0 || common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new DifferenceLine(LineKind.REMOVED, head + ++i, 0, old.get(i - 1)));
            } else {
                lines.add(new DifferenceLine(LineKind.ADDED, 0, head + ++j, young.get(j - 1)));
            }
        }
    }

    /** How many lines are common from each pair on; nothing where there would be too many pairs. */
    private static int[][] lengths(List<String> old, List<String> young) {
        if ((long) old.size() * young.size() > MOST) {
            return new int[0][0];
        }
        var common = new int[old.size() + 1][young.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = young.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(young.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    public boolean isEmpty() {
        return added() + removed() == 0;
    }

    public long added() {
        return lines.stream().filter(line -> line.kind() == LineKind.ADDED).count();
    }

    public long removed() {
        return lines.stream().filter(line -> line.kind() == LineKind.REMOVED).count();
    }

    /** Only what differs, with so many lines around it; the rest are gaps. */
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
