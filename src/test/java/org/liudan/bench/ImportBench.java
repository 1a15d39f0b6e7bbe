package org.liudan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liudan.imports.Buildings;
import org.liudan.imports.ImportLoad;

/**
 * A county's buildings in and out in a process of 512 MB, beside the time to merely parse the same file, and lists over a
 * million. Run with {@code ./mvnw -Pbench verify -Dtest=ImportBench}.
 */
class ImportBench {

    private static final int SUBJECTS = Integer.getInteger("bench.subjects", 1_000_000);
    private static final int ROWS = Integer.getInteger("bench.rows", Buildings.SURVEYED);

    @Test
    void buildings_in_and_out_and_lists_over_a_million() throws Exception {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "imports-");
        var file = folder.resolve("buildings.xlsx");
        Buildings.write(file, ROWS);
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-cp"));
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.addAll(
                List.of(ImportLoad.class.getName(), folder.resolve("data").toString(), file.toString(), "" + SUBJECTS));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var said = process.inputReader()) {
            said.lines().forEach(System.out::println);
        }
        assertThat(process.waitFor()).isZero();
    }
}
