package org.liudan.demo;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.liudan.rulebook.CsvFile;

/** What people write into the forms of the demonstration, by what it is for. */
record Phrases(Map<String, List<String>> byKind) {

    static Phrases ofClasspath() {
        return new Phrases(CsvFile.ofClasspath("demo/phrases.csv").rows().stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("kind"), Collectors.mapping(row -> row.get("text"), Collectors.toList()))));
    }

    String pick(String kind, Random random) {
        var choice = byKind.get(kind);
        if (choice == null) {
            throw new IllegalArgumentException("demo/phrases.csv has nothing for " + kind);
        }
        return choice.get(random.nextInt(choice.size()));
    }
}
