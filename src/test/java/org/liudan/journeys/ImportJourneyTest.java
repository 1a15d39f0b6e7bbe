package org.liudan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liudan.imports.Workbooks;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;

/** 导入: a file with errors is previewed, its valid rows are imported, and the import is undone. */
@JourneyTest
class ImportJourneyTest {

    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final byte[] FILE = Workbooks.of(List.of(
            List.of("建档编号", "户主姓名", "所在村（社区）", "帮扶责任人", "家庭人口", "就业情况", "参保情况", "联系电话", "备注"),
            List.of("DR-0001", "户主甲", "萝卜湾社区", "网格员一", 4, "种养", "城乡居民社保", "13807451234", ""),
            List.of("DR-0002", "户主乙", "萝卜湾社区", "网格员一", 3, "捕鱼", "城乡居民社保", "13807451235", ""),
            List.of("DR-0003", "户主丙", "萝卜湾社区", "网格员二", 200, "企业务工", "", "1380745", ""),
            List.of("DR-0004", "户主丁", "萝卜湾社区", "网格员二", 2, "企业务工", "企业职工社保", "13807451237", ""),
            List.of("DR-0001", "户主戊", "萝卜湾社区", "网格员二", 2, "企业务工", "企业职工社保", "13807451238", "")));

    @Autowired
    SettableClock clock;

    @Test
    void valid_rows_are_imported_faulty_ones_reported_and_the_import_is_undone(Town town) {
        // given a clerk with a file of which three rows have errors
        clock.set("2026-11-16T09:00");
        var window = town.officer("community");
        window.open("/registers/fishermen");
        window.navigate(() -> window.page().locator("a[href$='/imports']").click());
        window.photograph("imports");
        window.page().locator("#f-file").setInputFiles(new FilePayload("退捕渔民.xlsx", SHEET, FILE));

        // when the file is previewed
        window.click(window.button("上传并预览"));
        assertThat(window.texts(".counts b")).containsExactly("2", "0", "0", "3");
        assertThat(window.text("#import")).contains("捕鱼", "请从选项中选择", "和第 2 行相同", "备注", "检查完了，还没有写入");
        window.photograph("import-preview");
        window.click(window.button("确认导入 2 行"));

        // then the valid rows are on the register until the import is undone
        assertThat(window.text("#import")).contains("导入完成");
        window.photograph("import-done");
        window.click(window.button("撤销这次导入"));
        assertThat(window.text("#import")).contains("已撤销");
        window.open("/registers/fishermen?q=DR-0001");
        assertThat(window.texts("main")).noneMatch(text -> text.contains("户主甲"));
    }
}
