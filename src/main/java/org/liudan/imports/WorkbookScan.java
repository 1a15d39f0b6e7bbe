package org.liudan.imports;

/** Scans a part of a workbook for hostile content (DOCTYPE, macros, huge column numbers) without parsing it. */
final class WorkbookScan {

    private static final byte[] MACROS = "macroEnabled".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    /** The position of the scan within a cell reference like {@code r = "ABC12"}. */
    private enum ScanState {
        TEXT,
        NAME,
        VALUE,
        LETTERS
    }

    private final boolean isSheet;
    private final boolean isContentTypes;
    private ScanState state = ScanState.TEXT;
    private int column;
    private int matchedMacroBytes;
    private byte last;
    private byte beforeLast;
    private boolean started;

    WorkbookScan(String name) {
        this.isSheet = name.startsWith("xl/worksheets/");
        this.isContentTypes = name.equals("[Content_Types].xml");
    }

    void read(byte[] buffer, int length) {
        if (!started && length > 1) {
            started = true;
            // in an encoding other than UTF-8 the checks below would find nothing
            if (buffer[0] == 0 || buffer[1] == 0 || (buffer[0] & 0xFF) >= 0xFE) {
                throw new UnreadableFile("import.not-a-workbook");
            }
        }
        for (int i = 0; i < length; i++) {
            byte current = buffer[i];
            if (current == 'D' && last == '!' && beforeLast == '<') {
                throw new UnreadableFile("import.doctype");
            }
            if (isSheet) {
                scanReference(current);
            } else if (isContentTypes) {
                macros(current);
            }
            beforeLast = last;
            last = current;
        }
    }

    private void macros(byte current) {
        matchedMacroBytes = current == MACROS[matchedMacroBytes] ? matchedMacroBytes + 1 : current == MACROS[0] ? 1 : 0;
        if (matchedMacroBytes == MACROS.length) {
            throw new UnreadableFile("import.macro");
        }
    }

    /** Rejects cells far to the right, because the reader would allocate all cells to the left of them. */
    private void scanReference(byte current) {
        switch (state) {
            case TEXT -> {
                if (current == 'r' && isSpace(last)) {
                    state = ScanState.NAME;
                }
            }
            case NAME -> state = current == '=' ? ScanState.VALUE : isSpace(current) ? ScanState.NAME : ScanState.TEXT;
            case VALUE -> {
                column = 0;
                state = current == '"' || current == '\''
                        ? ScanState.LETTERS
                        : isSpace(current) ? ScanState.VALUE : ScanState.TEXT;
            }
            case LETTERS -> scanColumnLetters(current);
        }
    }

    private void scanColumnLetters(byte current) {
        int letter = current & ~0x20;
        if (letter >= 'A' && letter <= 'Z' && column <= SheetRows.MAX_COLUMNS) {
            column = column * 26 + letter - 'A' + 1;
        } else if (current == '&'
                || column > SheetRows.MAX_COLUMNS && (current >= '0' && current <= '9' || letter >= 'A')) {
            throw new UnreadableFile("import.too-wide", SheetRows.MAX_COLUMNS);
        } else {
            state = ScanState.TEXT;
        }
    }

    private static boolean isSpace(byte current) {
        return current == ' ' || current == '\n' || current == '\r' || current == '\t';
    }
}
