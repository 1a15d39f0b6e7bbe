package org.liudan.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.liudan.rulebook.CsvFile;

/** Guesses what a message is about by the words in it; a word in the title counts four times. */
record Keywords(List<Entry> entries) {

    private static final String OTHERWISE = "petition.petition-matter";

    record Entry(String category, List<String> words) {

        int score(String title, String text) {
            return words.stream()
                    .mapToInt(word -> word.length() * (4 * times(word, title) + Math.min(3, times(word, text))))
                    .sum();
        }

        private static int times(String word, String text) {
            int times = 0;
            for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
                times++;
            }
            return times;
        }
    }

    static Keywords ofClasspath() {
        var entries = new ArrayList<Entry>();
        CsvFile.ofClasspath("demo/keywords.csv")
                .rows()
                .forEach(row -> entries.add(
                        new Entry(row.get("category"), List.of(row.get("words").split(" ")))));
        return new Keywords(List.copyOf(entries));
    }

    String category(String title, String text) {
        return entries.stream()
                .filter(entry -> entry.score(title, text) > 0)
                .max(Comparator.comparingInt(entry -> entry.score(title, text)))
                .map(Entry::category)
                .orElse(OTHERWISE);
    }
}
