package org.liudan.imports;

/** What stands in one cell. */
record Cell(Kind kind, String text) {

    /** What a cell holds. */
    enum Kind {
        TEXT,
        NUMBER,
        DAY,
        FORMULA,
        BROKEN
    }

    static final Cell EMPTY = new Cell(Kind.TEXT, "");

    static Cell text(String text) {
        return text.isEmpty() ? EMPTY : new Cell(Kind.TEXT, text);
    }

    boolean empty() {
        return (text.isEmpty() || text.charAt(0) <= ' ' && text.isBlank())
                && kind != Kind.FORMULA
                && kind != Kind.BROKEN;
    }
}
