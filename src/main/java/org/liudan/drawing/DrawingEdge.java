package org.liudan.drawing;

/** An arrow from a box to another. All lengths are in pixels. */
record DrawingEdge(PlacedNode from, int y, PlacedNode to, String label) {

    private static final int ENTRY_AHEAD = 11;
    private static final int ENTRY_BACK = 21;

    /** True if it leads to an earlier box or to its own. */
    boolean back() {
        return to.order() <= from.order();
    }

    boolean leavesRight() {
        return !back();
    }

    /** The gutter into which it leaves the box. */
    int exitGutter() {
        return from.column() + (leavesRight() ? 1 : 0);
    }

    /** The gutter from which it reaches the box. */
    int entryGutter() {
        return to.column() == from.column() ? exitGutter() : to.column() + (leavesRight() ? 0 : 1);
    }

    /** The height at which it reaches the box. Arrows back reach it a little below arrows ahead. */
    int entryY() {
        return to.y() + (back() ? ENTRY_BACK : ENTRY_AHEAD);
    }

    /** True if it crosses from one gutter to another above the boxes. */
    boolean overTop() {
        return exitGutter() != entryGutter();
    }
}
