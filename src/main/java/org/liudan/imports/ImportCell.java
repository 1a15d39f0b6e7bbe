package org.liudan.imports;

/** The content of one cell. */
record ImportCell(CellKind kind, String text) {

    /** The kind of content; BROKEN is an error value of a spreadsheet. */
    enum CellKind {
        TEXT,
        NUMBER,
        DAY,
        FORMULA,
        BROKEN
    }

    static final ImportCell EMPTY = new ImportCell(CellKind.TEXT, "");

    static ImportCell text(String text) {
        return text.isEmpty() ? EMPTY : new ImportCell(CellKind.TEXT, text);
    }

    boolean isEmpty() {
        return (text.isEmpty() || text.charAt(0) <= ' ' && text.isBlank())
                && kind != CellKind.FORMULA
                && kind != CellKind.BROKEN;
    }
}
