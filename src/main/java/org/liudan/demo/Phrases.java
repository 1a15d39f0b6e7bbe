package org.liudan.demo;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.liudan.rulebook.CsvFile;

/** The texts that people write into forms in the demonstration, by kind. */
record Phrases(Map<String, List<String>> byKind) {

    static Phrases ofClasspath() {
        return new Phrases(CsvFile.ofClasspath("demo/phrases.csv").rows().stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("kind"), Collectors.mapping(row -> row.get("text"), Collectors.toList()))));
    }

    /** Returns a random text of a kind. */
    String pick(String kind, Random random) {
        var choice = byKind.get(kind);
        if (choice == null) {
            throw new IllegalArgumentException("demo/phrases.csv has nothing for " + kind);
        }
        return choice.get(random.nextInt(choice.size()));
    }
}
