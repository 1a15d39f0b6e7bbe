package org.liudan.imports;

/** Reads through a part of a workbook for what no honest one has, without parsing it. */
final class WorkbookScan {

    private static final byte[] MACROS = "macroEnabled".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    /** Where in {@code r = "ABC12"} the scan is. */
    private enum In {
        TEXT,
        NAME,
        VALUE,
        LETTERS
    }

    private final boolean sheet;
    private final boolean types;
    private In in = In.TEXT;
    private int column;
    private int macros;
    private byte last;
    private byte lastButOne;
    private boolean begun;

    WorkbookScan(String name) {
        this.sheet = name.startsWith("xl/worksheets/");
        this.types = name.equals("[Content_Types].xml");
    }

    void read(byte[] buffer, int length) {
        if (!begun && length > 1) {
            begun = true;
            // in another encoding than UTF-8 nothing below would be found
            if (buffer[0] == 0 || buffer[1] == 0 || (buffer[0] & 0xFF) >= 0xFE) {
                throw new UnreadableFile("import.not-a-workbook");
            }
        }
        for (int i = 0; i < length; i++) {
            byte one = buffer[i];
            if (one == 'D' && last == '!' && lastButOne == '<') {
                throw new UnreadableFile("import.doctype");
            }
            if (sheet) {
                reference(one);
            } else if (types) {
                macros(one);
            }
            lastButOne = last;
            last = one;
        }
    }

    private void macros(byte one) {
        macros = one == MACROS[macros] ? macros + 1 : one == MACROS[0] ? 1 : 0;
        if (macros == MACROS.length) {
            throw new UnreadableFile("import.macro");
        }
    }

    /** A cell far to the right would have the reader make room for all that are left of it. */
    private void reference(byte one) {
        switch (in) {
            case TEXT -> {
                if (one == 'r' && space(last)) {
                    in = In.NAME;
                }
            }
            case NAME -> in = one == '=' ? In.VALUE : space(one) ? In.NAME : In.TEXT;
            case VALUE -> {
                column = 0;
                in = one == '"' || one == '\'' ? In.LETTERS : space(one) ? In.VALUE : In.TEXT;
            }
            case LETTERS -> letters(one);
        }
    }

    private void letters(byte one) {
        int letter = one & ~0x20;
        if (letter >= 'A' && letter <= 'Z' && column <= SheetRows.MOST_COLUMNS) {
            column = column * 26 + letter - 'A' + 1;
        } else if (one == '&' || column > SheetRows.MOST_COLUMNS && (one >= '0' && one <= '9' || letter >= 'A')) {
            throw new UnreadableFile("import.too-wide", SheetRows.MOST_COLUMNS);
        } else {
            in = In.TEXT;
        }
    }

    private static boolean space(byte one) {
        return one == ' ' || one == '\n' || one == '\r' || one == '\t';
    }
}
