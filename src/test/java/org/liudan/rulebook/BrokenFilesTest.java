package org.liudan.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.liudan.engine.method.Method;
import org.liudan.rulebook.Breakage.Broken;

/** Method files broken on purpose and at random. The reader reports faults at the right line and never throws. */
class BrokenFilesTest {

    private static final int FILES = 500;
    private static final Map<String, String> TEXTS = Shipped.texts();
    private static final List<Method> METHODS = List.of(Shipped.methods());
    private static final Set<String> POSTS = RulebookLists.posts().keySet();

    @Test
    void five_hundred_broken_files_are_each_refused_at_the_line_that_was_broken() {
        var broken = sample(new Random(6));
        assertThat(broken).hasSize(FILES);
        assertThat(broken.stream().map(Broken::breakage).distinct())
                .as("ways of breaking")
                .hasSizeGreaterThan(50);
        assertThat(broken.stream().map(Broken::file).distinct()).hasSameSizeAs(TEXTS.keySet());
        assertThat(broken.stream()
                        .filter(file ->
                                faults(file.file(), file.text()).stream().noneMatch(file::causes))
                        .map(file -> file.description() + " -> " + faults(file.file(), file.text())))
                .isEmpty();
    }

    @Test
    void the_reader_reports_faults_for_any_bytes_and_never_fails() {
        var random = new Random(7);
        var files = List.copyOf(TEXTS.keySet());
        int refused = 0;
        for (int i = 0; i < FILES; i++) {
            var file = files.get(random.nextInt(files.size()));
            var text = damaged(TEXTS.getOrDefault(file, ""), random);
            var faults = faults(file, text);
            assertThat(faults)
                    .as(file)
                    .allMatch(fault ->
                            fault.line() >= 1 && fault.line() <= text.lines().count() + 1);
            refused += faults.isEmpty() ? 0 : 1;
        }
        assertThat(refused).isGreaterThan(FILES / 2);
    }

    /** Takes broken files from every way to break one in turn, each at a random line. */
    private static List<Broken> sample(Random random) {
        var ways = new ArrayList<Deque<Broken>>();
        for (var way : Breakage.ALL) {
            var all = TEXTS.entrySet().stream()
                    .flatMap(file -> way.breakEach(file.getKey(), file.getValue()))
                    .collect(Collectors.toCollection(ArrayList::new));
            Collections.shuffle(all, random);
            ways.add(new ArrayDeque<>(all));
        }
        var sample = new ArrayList<Broken>();
        while (sample.size() < FILES) {
            ways.stream()
                    .filter(way -> !way.isEmpty() && sample.size() < FILES)
                    .forEach(way -> sample.add(way.remove()));
        }
        return sample;
    }

    /** Changes, removes, copies or blanks a few bytes. */
    private static String damaged(String text, Random random) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(bytes.length - 40);
            int length = random.nextInt(30);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) "{}[]:,#&*!|>'\"%@`-?\t\n ".charAt(random.nextInt(22));
                case 2 -> System.arraycopy(bytes, random.nextInt(bytes.length - 40), bytes, at, length);
                case 3 -> bytes = Arrays.copyOf(bytes, at + 40);
                default -> Arrays.fill(bytes, at, at + length, (byte) ' ');
            }
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The faults of a file, checked against the other methods. Each fault must have a text in both languages. */
    private static List<RulebookFault> faults(String file, String text) {
        var check = new CrossMethodCheck(POSTS, METHODS);
        check.read(file, text);
        var faults = check.faults();
        assertThat(faults).allSatisfy(fault -> {
            assertThat(fault.in(Locale.CHINESE)).containsPattern("[\\u4e00-\\u9fff]");
            assertThat(fault.in(Locale.ENGLISH)).isNotBlank();
        });
        return faults;
    }
}
