package org.liudan.drawing;

/** One way from a box to another. */
record DrawingEdge(PlacedNode from, int y, PlacedNode to, String label) {

    private static final int AHEAD = 11;
    private static final int BACK = 21;

    boolean back() {
        return to.order() <= from.order();
    }

    boolean leavesRight() {
        return !back();
    }

    int exitGutter() {
        return from.column() + (leavesRight() ? 1 : 0);
    }

    /** The gutter from which it reaches the box. */
    int entryGutter() {
        return to.column() == from.column() ? exitGutter() : to.column() + (leavesRight() ? 0 : 1);
    }

    /** Ways back reach a box a little below those ahead. */
    int entry() {
        return to.y() + (back() ? BACK : AHEAD);
    }

    boolean overTop() {
        return exitGutter() != entryGutter();
    }
}
