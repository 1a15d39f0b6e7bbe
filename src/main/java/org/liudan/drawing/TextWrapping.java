package org.liudan.drawing;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines by the usual width of letters, because an SVG does not wrap text. */
final class TextWrapping {

    /** The width of a letter that is not Chinese, as a share of the font size. */
    private static final double NARROW_LETTER = 0.56;

    private TextWrapping() {}

    /** The width of a text at this font size, in the unit of the font size. */
    static double width(String text, int size) {
        return text.codePoints().mapToDouble(TextWrapping::width).sum() * size;
    }

    /** The lines of a text that is at most this wide at this font size. */
    static List<String> lines(String text, int width, int size) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : words(text)) {
            if (!line.isEmpty() && width(line + word.stripTrailing(), size) > width) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(word);
        }
        if (!line.toString().isBlank() || lines.isEmpty()) {
            lines.add(line.toString().strip());
        }
        return lines;
    }

    /** The parts that must not be broken: a word with the space after it, a Chinese character with the punctuation after it. */
    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        text.codePoints().forEach(letter -> {
            boolean opens = "（《“(".indexOf(letter) >= 0;
            boolean mark = "，。、；：）》”,.;:)".indexOf(letter) >= 0;
            if ((wide(letter) || opens) && !mark && !word.isEmpty() && !"（《“(".contains(word)) {
                words.add(word.toString());
                word.setLength(0);
            }
            word.appendCodePoint(letter);
            if (letter == ' ') {
                words.add(word.toString());
                word.setLength(0);
            }
        });
        words.add(word.toString());
        return words;
    }

    private static double width(int letter) {
        return wide(letter) ? 1 : NARROW_LETTER;
    }

    private static boolean wide(int letter) {
        return letter >= 0x2E80;
    }
}
