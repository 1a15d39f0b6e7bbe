package org.liudan.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hostile and broken files are refused with a reason; files that people really send are read. */
class HostileFilesTest {

    private static final byte[] PLAIN = Workbooks.of(List.of(List.of("编号", "户主"), List.of("A-1", "甲")));

    @TempDir
    Path folder;

    @Test
    void a_workbook_is_read_with_its_texts_numbers_and_days() {
        var rows = rows(Workbooks.of(List.of(
                List.of("编号", "层数", "日期"), List.of("007", 3, LocalDate.of(2026, 3, 15)), List.of("=1+1", 2.5, ""))));
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1).cells())
                .containsExactly(
                        ImportCell.text("007"),
                        new ImportCell(ImportCell.CellKind.NUMBER, "3"),
                        new ImportCell(ImportCell.CellKind.DAY, "2026-03-15T00:00"));
        assertThat(rows.get(2).number()).isEqualTo(3);
        assertThat(rows.get(2).cell(0)).isEqualTo(ImportCell.text("=1+1"));
    }

    @Test
    void a_zip_bomb_is_refused_before_it_is_read() {
        var zeros = new byte[80 << 20];
        java.util.Arrays.fill(zeros, (byte) ' ');
        assertRefused(Workbooks.with(PLAIN, Map.of("xl/worksheets/sheet1.xml", zeros)), "import.bomb");
        assertRefused(Workbooks.with(PLAIN, Map.of("xl/media/image1.png", zeros)), "import.bomb");
    }

    @Test
    void a_workbook_of_very_many_parts_is_refused() {
        var parts = new java.util.LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 1_500; i++) {
            parts.put("xl/media/" + i + ".xml", new byte[0]);
        }
        assertRefused(Workbooks.with(PLAIN, parts), "import.bomb");
    }

    @Test
    void a_workbook_with_macros_is_refused() {
        assertRefused(Workbooks.with(PLAIN, Map.of("xl/vbaProject.bin", new byte[100])), "import.macro");
        var types = Workbooks.part(PLAIN, "[Content_Types].xml")
                .replace("spreadsheetml.sheet.main+xml", "ms-excel.sheet.macroEnabled.main+xml");
        assertRefused(
                Workbooks.with(PLAIN, Map.of("[Content_Types].xml", utf8(types + "<!-- macroEnabled -->"))),
                "import.macro");
    }

    @Test
    void a_workbook_with_links_to_others_is_refused() {
        assertRefused(
                Workbooks.with(PLAIN, Map.of("xl/externalLinks/externalLink1.xml", utf8("<externalLink/>"))),
                "import.external");
    }

    @Test
    void a_document_type_is_refused_in_any_part_and_in_any_encoding() {
        var sheet = Workbooks.part(PLAIN, "xl/worksheets/sheet1.xml");
        var hostile = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"
                + sheet.substring(sheet.indexOf("<worksheet"));
        assertRefused(Workbooks.with(PLAIN, Map.of("xl/worksheets/sheet1.xml", utf8(hostile))), "import.doctype");
        assertRefused(
                Workbooks.with(PLAIN, Map.of("xl/worksheets/sheet1.xml", hostile.getBytes(StandardCharsets.UTF_16))),
                "import.not-a-workbook");
    }

    @Test
    void a_sheet_of_a_million_columns_is_refused() {
        for (var cell : List.of("BDWGN1", "XFD1", "GS1", "ZZZZZZ1")) {
            var sheet = Workbooks.part(PLAIN, "xl/worksheets/sheet1.xml").replace("r=\"B1\"", "r=\"" + cell + "\"");
            assertThat(sheet).contains(cell);
            assertRefused(Workbooks.with(PLAIN, Map.of("xl/worksheets/sheet1.xml", utf8(sheet))), "import.too-wide");
        }
        assertRefused(
                Workbooks.of(sheet -> {
                    for (int column = 0; column < 300; column++) {
                        sheet.value(0, column, "列" + column);
                    }
                }),
                "import.too-wide");
    }

    @Test
    void a_formula_is_marked_and_never_evaluated() {
        var rows = rows(Workbooks.of(sheet -> {
            sheet.value(0, 0, "编号");
            sheet.formula(1, 0, "HYPERLINK(\"http://example.invalid\",\"x\")");
        }));
        assertThat(rows.get(1).cell(0).kind()).isEqualTo(ImportCell.CellKind.FORMULA);
    }

    @Test
    void a_formula_in_a_csv_file_is_marked_and_numbers_and_telephones_are_not() {
        var rows = rows(utf8("编号,甲,乙,丙\n=1+1,@SUM(A1),+86 (0745) 762-1234,-3\n\"=cmd|' /C calc'!A0\",-2+cmd|x,—,正常\n"));
        assertThat(rows.get(1).cells())
                .extracting(ImportCell::kind)
                .containsExactly(
                        ImportCell.CellKind.FORMULA,
                        ImportCell.CellKind.FORMULA,
                        ImportCell.CellKind.TEXT,
                        ImportCell.CellKind.TEXT);
        assertThat(rows.get(2).cells())
                .extracting(ImportCell::kind)
                .containsExactly(
                        ImportCell.CellKind.FORMULA,
                        ImportCell.CellKind.FORMULA,
                        ImportCell.CellKind.TEXT,
                        ImportCell.CellKind.TEXT);
    }

    @Test
    void csv_is_read_in_utf8_with_or_without_a_byte_order_mark_and_in_gb18030() {
        var text = "编号,户主\nA-1,张三\n";
        for (var bytes : List.of(
                utf8(text),
                utf8("\uFEFF" + text),
                text.getBytes(Charset.forName("GB18030")),
                utf8(text.replace(',', '\t')))) {
            assertThat(rows(bytes)).extracting(row -> row.cell(1).text()).containsExactly("户主", "张三");
        }
        assertRefused(new byte[] {'a', ',', (byte) 0xFF, (byte) 0xFF, '\n'}, "import.charset");
        assertRefused(utf8("a,b\n\"open,c\n1,2\n"), "import.csv-broken");
    }

    @Test
    void old_and_encrypted_and_broken_and_empty_files_are_refused_with_what_to_do() {
        assertRefused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0}, "import.xls");
        assertRefused(java.util.Arrays.copyOf(PLAIN, PLAIN.length / 2), "import.not-a-workbook");
        assertRefused(Workbooks.with(new byte[0], Map.of("word/document.xml", utf8("<w/>"))), "import.not-a-workbook");
        assertRefused(new byte[0], "import.empty");
    }

    @Test
    void a_file_of_too_many_rows_is_not_read_to_its_end() {
        var lines = new StringBuilder("编号\n");
        for (int i = 0; i < SheetRows.MAX_ROWS + 10; i++) {
            lines.append(i).append('\n');
        }
        assertRefused(utf8(lines.toString()), "import.too-long");
    }

    @Test
    void text_that_looks_like_a_distant_cell_is_accepted() {
        assertThatCode(() -> rows(Workbooks.of(List.of(List.of("编号"), List.of("r=\"A1\" and r = 5")))))
                .doesNotThrowAnyException();
    }

    private void assertRefused(byte[] content, String why) {
        assertThatThrownBy(() -> rows(content))
                .isInstanceOfSatisfying(
                        UnreadableFile.class,
                        unreadable -> assertThat(unreadable.reason().key()).isEqualTo(why));
    }

    private List<SheetRows.SheetRow> rows(byte[] content) {
        try {
            var file = Files.write(folder.resolve("file"), content);
            var all = new ArrayList<SheetRows.SheetRow>();
            try (var rows = SheetRows.of(file)) {
                rows.forEachRemaining(all::add);
            }
            return all;
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
