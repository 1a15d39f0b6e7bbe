package org.liudan.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.liudan.rulebook.CsvFile;

/** Guesses the category of a message by its words; a word in the title counts four times. */
record Keywords(List<CategoryKeywords> entries) {

    private static final String DEFAULT_CATEGORY = "petition.petition-matter";

    /** The words of one category. */
    record CategoryKeywords(String category, List<String> words) {

        int score(String title, String text) {
            return words.stream()
                    .mapToInt(word -> word.length() * (4 * count(word, title) + Math.min(3, count(word, text))))
                    .sum();
        }

        private static int count(String word, String text) {
            int count = 0;
            for (int index = text.indexOf(word); index >= 0; index = text.indexOf(word, index + word.length())) {
                count++;
            }
            return count;
        }
    }

    static Keywords ofClasspath() {
        var entries = new ArrayList<CategoryKeywords>();
        CsvFile.ofClasspath("demo/keywords.csv")
                .rows()
                .forEach(row -> entries.add(new CategoryKeywords(
                        row.get("category"), List.of(row.get("words").split(" ")))));
        return new Keywords(List.copyOf(entries));
    }

    String category(String title, String text) {
        return entries.stream()
                .filter(entry -> entry.score(title, text) > 0)
                .max(Comparator.comparingInt(entry -> entry.score(title, text)))
                .map(CategoryKeywords::category)
                .orElse(DEFAULT_CATEGORY);
    }
}
