package org.liudan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liudan.testing.Browser;
import org.liudan.testing.District;
import org.liudan.testing.Filled;
import org.liudan.testing.Play;
import org.liudan.testing.Sheet;
import org.liudan.web.SheetWriter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Text that a spreadsheet could read as a formula stays text in every export. */
@AccessDistrict
class FormulasTest {

    private static final List<String> FORMULAS =
            List.of("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "=cmd|' /C calc'!A0");

    @LocalServerPort
    int port;

    @Autowired
    Play play;

    @Test
    void a_formula_is_text_in_the_ledger_and_in_the_sheets_of_a_register() {
        for (var formula : FORMULAS) {
            play.raises("six-orders", Play.RESIDENT, "raise", "content", formula, "region", District.COMMUNITY);
            play.raises(
                    "fishermen",
                    Play.officer(District.COMMUNITY + ".clerk"),
                    "enter",
                    Filled.household(
                            "F-" + FORMULAS.indexOf(formula), District.COMMUNITY, "title", formula, "helper", formula));
        }
        var clerk = new Browser(port).as("community");
        for (var export : List.of("/ledger.xlsx", "/registers/fishermen.xlsx")) {
            assertThat(texts(clerk, export)).contains("=1+1", "+1+1", "-1+1", "@SUM(A1)", "=cmd|");
        }
        texts(clerk, "/registers/fishermen/months.xlsx");
        texts(clerk, "/registers/fishermen/template.xlsx");
    }

    /** The cell stays text also when somebody edits it, because its type is text. */
    @Test
    void a_cell_that_begins_like_a_formula_has_the_type_text() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var sheet = new SheetWriter(out, "=1+1")) {
            sheet.head(List.of("=1+1"), List.of(10));
            for (var formula : FORMULAS) {
                sheet.text(formula);
            }
            sheet.next();
        }
        var read = new Browser.Answer(
                200,
                "",
                out.toString(StandardCharsets.ISO_8859_1),
                java.net.http.HttpHeaders.of(
                        java.util.Map.of("Content-Type", List.of("spreadsheet")), (name, value) -> true));
        var text = Sheet.text(read);
        assertThat(text).doesNotContain("<f>", "<f ");
        assertThat(text.split("t=\"inlineStr\"", -1)).hasSize(FORMULAS.size() + 2);
        assertThat(text.split("<c r=\"[A-Z]1?2\" s=\"[1-9]\\d*\" t=\"inlineStr\"", -1))
                .hasSize(FORMULAS.size() + 1);
    }

    private static String texts(Browser browser, String export) {
        var answer = browser.get(export);
        assertThat(answer.status()).as(export).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .as(export)
                .startsWith("attachment");
        var text = Sheet.text(answer);
        assertThat(text).as(export).doesNotContain("<f>", "<f ");
        return text;
    }
}
