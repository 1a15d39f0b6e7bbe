package org.liudan.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/** Reads Excel files from responses. */
public final class Sheet {

    private static final Pattern ESCAPED = Pattern.compile("&#x([0-9a-f]{1,6});");

    private Sheet() {}

    /** Returns the XML text of all parts of the file; for any other response, its body. */
    public static String text(Browser.Answer answer) {
        if (!answer.headers().firstValue("Content-Type").orElse("").contains("spreadsheet")) {
            return answer.body();
        }
        var text = new StringBuilder();
        try {
            // read through the zip's central directory, because only that has the sizes of streamed parts
            var sheet = Files.write(Files.createTempFile("sheet", ".xlsx"), answer.bytes());
            try (var zip = new ZipFile(sheet.toFile())) {
                for (var part : Collections.list(zip.entries())) {
                    text.append(new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
                }
            } finally {
                Files.delete(sheet);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return ESCAPED.matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1), 16))));
    }
}
