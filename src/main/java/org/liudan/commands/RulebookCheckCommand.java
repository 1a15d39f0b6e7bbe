package org.liudan.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.liudan.rulebook.Rulebook;

/** The command {@code rulebook-check}: reads method files and prints all faults. It needs no database. */
record RulebookCheckCommand(PrintStream out) {

    int run(List<Path> paths) {
        int faults = 0;
        int checked = 0;
        var texts = new LinkedHashMap<String, String>();
        for (var path : paths) {
            if (!Files.exists(path)) {
                out.printf("没有这个文件或文件夹 / There is no such file or folder: %s%n", path);
                faults++;
                continue;
            }
            for (var file : files(path)) {
                checked++;
                faults += read(file, texts);
            }
        }
        var found = Rulebook.check(texts);
        found.forEach(fault -> out.printf("%s%n    %s%n", fault.in(Locale.CHINESE), fault.reason(Locale.ENGLISH)));
        faults += found.size();
        out.printf("已检查 %d 个文件，%d 处错误 / Files checked: %d, faults: %d%n", checked, faults, checked, faults);
        return faults == 0 && checked > 0 ? 0 : Commands.FAILED;
    }

    /** Reads a file into {@code texts}. Returns the number of faults: 1 if it is not encoded in UTF-8. */
    private int read(Path file, Map<String, String> texts) {
        try {
            texts.put(file.toString(), Files.readString(file));
            return 0;
        } catch (CharacterCodingException otherEncoding) {
            out.printf("%s:1: 文件不是 UTF-8 编码。%n    The file is not encoded in UTF-8.%n", file);
            return 1;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (var all = Files.walk(path)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
