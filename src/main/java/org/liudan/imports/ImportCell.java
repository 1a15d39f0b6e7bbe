package org.liudan.imports;

/** What stands in one cell. */
record ImportCell(Kind kind, String text) {

    /** What a cell holds. */
    enum Kind {
        TEXT,
        NUMBER,
        DAY,
        FORMULA,
        BROKEN
    }

    static final ImportCell EMPTY = new ImportCell(Kind.TEXT, "");

    static ImportCell text(String text) {
        return text.isEmpty() ? EMPTY : new ImportCell(Kind.TEXT, text);
    }

    boolean empty() {
        return (text.isEmpty() || text.charAt(0) <= ' ' && text.isBlank())
                && kind != Kind.FORMULA
                && kind != Kind.BROKEN;
    }
}
