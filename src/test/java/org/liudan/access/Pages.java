package org.liudan.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipFile;
import org.liudan.testing.Browser;

/** The pages that list orders, and what there is to read in an answer. */
final class Pages {

    /** Each with what somebody might try to see more; {@code {number}} is an order they may not see. */
    static final List<String> LISTING = List.of(
            "/desk",
            "/desk?tab=doing",
            "/desk?tab=done",
            "/desk?tab=supervised",
            "/desk?tab=doing&street=431271218",
            "/ledger",
            "/ledger?street=431271218",
            "/ledger?community=431271218201",
            "/ledger?q=%E4%BA%95%E7%9B%96",
            "/ledger?q={number}",
            "/ledger?q=" + Raised.PHONE,
            "/ledger?state=open&sort=due",
            "/ledger.xlsx",
            "/ledger.xlsx?street=431271218",
            "/ledger.xlsx?q={number}",
            "/figures?street=431271218",
            "/briefing?community=431271218201&month=2026-11",
            "/meeting",
            "/callbacks",
            "/notices",
            "/leader");

    private Pages() {}

    /** The text of a page, or of all parts of a sheet. */
    static String text(Browser.Answer answer) {
        if (!answer.headers().firstValue("Content-Type").orElse("").contains("spreadsheet")) {
            return answer.body();
        }
        var text = new StringBuilder();
        try {
            // by its table of contents, since sizes of parts written as they come are known only there
            var sheet = Files.write(Files.createTempFile("ledger", ".xlsx"), answer.bytes());
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
        return text.toString();
    }
}
