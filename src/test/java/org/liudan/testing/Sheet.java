package org.liudan.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/** An Excel sheet as it was answered. */
public final class Sheet {

    private static final Pattern ESCAPED = Pattern.compile("&#x([0-9a-f]{1,6});");

    private Sheet() {}

    /** The text of its parts; of any other answer its own text. */
    public static String text(Browser.Answer answer) {
        if (!answer.headers().firstValue("Content-Type").orElse("").contains("spreadsheet")) {
            return answer.body();
        }
        var text = new StringBuilder();
        try {
            // by its table of contents, since sizes of parts written as they come are known only there
            var sheet = Files.write(Files.createTempFile("sheet", ".xlsx"), answer.bytes());
            try (var zip = new ZipFile(sheet.toFile())) {
                for (var part : Collections.list(zip.entries())) {
                    text.append(new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
                }
            } finally {
                Files.delete(sheet);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return ESCAPED.matcher(text)
                .replaceAll(one -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(one.group(1), 16))));
    }
}
