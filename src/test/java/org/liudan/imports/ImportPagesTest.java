package org.liudan.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.COMMUNITY;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.order.Order;
import org.liudan.orders.store.OrderNumber;
import org.liudan.settings.Calendars;
import org.liudan.testing.Browser;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Play;
import org.liudan.testing.Sheet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Imports a file into a register, from the template to the undo. It uses its own database, because it counts rows. */
@DistrictTest
@TestPropertySource(properties = "liudan.database-of=imports")
class ImportPagesTest {

    private static final String ALL = "/registers/fishermen/imports";
    private static final List<String> HEADER =
            List.of("建档编号", "户主姓名", "所在村（社区）", "帮扶责任人", "家庭人口", "就业情况", "参保情况", "联系电话", "随便一列");

    @Autowired
    Play play;

    @Autowired
    Imports imports;

    @Autowired
    ImportStore store;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Calendars calendars;

    @LocalServerPort
    int port;

    private Browser clerk;

    @BeforeEach
    void a_clerk() {
        play.at("2026-10-12T09:00");
        clerk = new Browser(port).as("community");
    }

    @Test
    void a_file_is_previewed_first_and_only_its_valid_rows_are_entered() {
        var page = upload(rows(
                row("YM-1", "甲", "种养"), row("YM-2", "乙", "没有这一项"), row("YM-3", "丙", "种养"), row("YM-1", "丁", "种养")));
        assertThat(clerk.get(page).body()).contains("检查完了，还没有写入", "将新增", "随便一列", "没有这一项", "和第 2 行相同", "确认导入 2 行");
        assertThat(countOpen("YM-")).isZero();
        assertThat(Sheet.text(clerk.get(page + "/faults.xlsx")))
                .contains("没有这一项", "YM-2")
                .doesNotContain("YM-3");
        clerk.post(page + "/confirmation");
        assertThat(clerk.get(page).body()).contains("导入完成", "撤销这次导入", "下载有错的行");
        assertThat(countOpen("YM-")).isEqualTo(2);
        assertThat(clerk.get(ALL).body()).contains("新增 2，更正 0，无变化 0，有错 2");
        play.holds();
    }

    @Test
    void text_that_looks_like_a_formula_in_a_rejected_row_is_returned_as_text() {
        var page = upload(
                "建档编号,户主姓名,所在村（社区）,帮扶责任人,家庭人口,就业情况,参保情况\n=1+1,@SUM(A1),没有这个村,+1+1,-1+1,=cmd|x,正常\n"
                        .getBytes(StandardCharsets.UTF_8),
                "=1+1.csv");
        clerk.get(page);
        imports.work();
        assertThat(Sheet.text(clerk.get(page + "/faults.xlsx")))
                .contains("=1+1", "@SUM(A1)", "+1+1", "-1+1", "=cmd|x")
                .doesNotContain("<f>", "<f ");
    }

    @Test
    void the_same_file_again_changes_nothing_and_another_changes_what_differs() {
        importFile(rows(row("AG-1", "甲", "种养"), row("AG-2", "乙", "种养")));
        assertThat(clerk.get(upload(rows(row("AG-1", "甲", "种养"), row("AG-2", "乙", "种养"))))
                        .body())
                .contains("无变化")
                .doesNotContain("确认导入");
        var changed = importFile(rows(row("AG-1", "甲甲", "种养"), row("AG-2", "乙", ""), row("AG-3", "丙", "种养")));
        assertThat(clerk.get(changed).body()).contains("导入完成");
        assertThat(title("AG-1")).isEqualTo("甲甲");
        assertThat(clerk.get(ALL).body()).contains("新增 1，更正 1，无变化 1，有错 0");
        clerk.post(changed + "/undoing");
        assertThat(clerk.get(changed).body()).contains("已撤销");
        assertThat(title("AG-1")).isEqualTo("甲");
        assertThat(countOpen("AG-")).isEqualTo(2);
        play.holds();
    }

    @Test
    void a_subject_that_was_visited_later_stays_when_its_import_is_undone_and_is_listed() {
        var page = importFile(rows(row("UN-1", "甲", "种养"), row("UN-2", "乙", "种养")));
        var visited = play.desk().find(id("UN-2")).orElseThrow();
        play.does(
                Play.officer(COMMUNITY + ".clerk"),
                "visit",
                visited,
                "how",
                "visit",
                "findings",
                "家里都好",
                "employment",
                "farming",
                "insurance",
                "resident");
        clerk.post(page + "/undoing");
        assertThat(clerk.get(page).body()).contains("已撤销", "没有撤销的行", "导入之后又有了变化");
        assertThat(countOpen("UN-")).isEqualTo(1);
        assertThat(clerk.get("/registers/fishermen?tab=left").body()).contains("UN-1");
        assertThat(clerk.get(importFile(rows(row("UN-1", "甲", "种养")))).body()).contains("导入完成");
        assertThat(countOpen("UN-")).isEqualTo(2);
        play.holds();
    }

    @Test
    void a_user_who_may_not_enter_a_row_by_form_may_not_import_it() {
        var page = upload(rows(List.of("OT-1", "甲", "横岩乡横岩村", "网格员一", 3, "种养", "城乡居民社保", "", "")));
        assertThat(clerk.get(page).body()).contains("有错").doesNotContain("确认导入");
        assertThat(new Browser(port).as("department").get(ALL).status()).isEqualTo(404);
        assertThat(new Browser(port).as("department").get(page).status()).isEqualTo(404);
        var inspector = new Browser(port).as("inspector");
        assertThat(inspector.get(page).status()).isEqualTo(200);
        assertThat(inspector.post(page + "/undoing").status()).isEqualTo(404);
        assertThat(inspector.get(page + "/file").raw().substring(0, 2)).isEqualTo("PK");
    }

    @Test
    void a_file_that_is_not_accepted_is_answered_with_what_to_do() {
        assertThat(clerk.uploadAs("file", ALL, "old.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, 0})
                        .body())
                .contains("另存为");
        assertThat(clerk.post(ALL).body()).contains("请先选一个文件");
        assertThat(clerk.get(upload(Workbooks.of(List.of(List.of("建档编号", "户主姓名")))))
                        .body())
                .contains("缺少必填的列", "帮扶责任人");
        assertThat(clerk.get(upload("建档编号,建档编号\n".getBytes(StandardCharsets.UTF_8), "x.csv"))
                        .body())
                .contains("有两列都是");
        assertThat(clerk.get(upload(Workbooks.of(sheet -> {
                            IntStream.range(0, HEADER.size()).forEach(i -> sheet.value(0, i, HEADER.get(i)));
                            sheet.formula(1, 0, "A1+1");
                            sheet.value(1, 1, "甲");
                        })))
                        .body())
                .contains("选择性粘贴为数值");
    }

    @Test
    void the_empty_sheet_has_a_column_for_each_field_and_can_be_imported_once_it_is_filled_in() {
        var sheet = Sheet.text(clerk.get("/registers/fishermen/template.xlsx"));
        assertThat(sheet).contains("建档编号 *", "就业情况 *", "联系电话", "填写说明", "dataValidation", "种养");
    }

    @Test
    void an_interrupted_import_resumes_where_it_stopped() {
        var many = new ArrayList<List<?>>(List.of(HEADER));
        IntStream.range(0, 2_500).forEach(i -> many.add(row("BR-" + i, "户" + i, "种养")));
        var page = upload(Workbooks.of(many));
        long id = Long.parseLong(page.substring(page.lastIndexOf('/') + 1));
        assertThat(store.confirm(id)).isTrue();
        // the state after a process was killed behind its first thousand rows
        imports.work(id);
        jdbc.sql("update import set state = 'running', entered = 1000, at_row = 1001 where id = :id")
                .param("id", id)
                .update();
        imports.work(id);
        assertThat(clerk.get(page).body()).contains("导入完成");
        assertThat(countOpen("BR-")).isEqualTo(2_500);
        play.holds();
    }

    @Test
    void the_sheet_of_the_month_reports_funds_and_progress_of_a_project() {
        var unit = new Browser(port).as("department");
        projects(unit, project("", "", "", ""));
        projects(unit, project(600, 20, "按进度", "完成路基"));
        var project = play.desk().find(id("XM-import")).orElseThrow();
        assertThat(project.fields()).containsEntry("paid", 600L).containsEntry("share", 20L);
        assertThat(project.did()).containsEntry("report", 1);
        assertThat(unit.get("/subjects/" + number(project)).body()).contains("完成路基");
        var same = projects(unit, project(600, 20, "按进度", "完成路基"));
        assertThat(unit.get(same).body()).contains("无变化").doesNotContain("确认导入");
        var tooMuch = projects(unit, project(3_001, 30, "按进度", "完成路面"));
        assertThat(unit.get(tooMuch).body()).contains("到位资金不能超过计划投资");
        play.holds();
    }

    private static String projects(Browser unit, List<?> row) {
        var head = List.of(
                "项目编号",
                "项目名称",
                "建设单位",
                "所在村（社区）或街道",
                "类别",
                "投资主体",
                "责任领导",
                "责任单位",
                "总体规划和具体方案",
                "计划开工",
                "计划竣工",
                "计划投资（万元）",
                "到位资金（万元）",
                "形象进度（%）",
                "进度",
                "本月进展");
        var answer =
                unit.uploadAs("file", "/registers/projects/imports", "rows.xlsx", Workbooks.of(List.of(head, row)));
        var page = answer.location().replaceAll("^https?://[^/]+", "");
        unit.post(page + "/confirmation");
        return page;
    }

    private static List<?> project(Object paid, Object share, String state, String progress) {
        return List.of(
                "XM-import",
                "物流园道路",
                "建设单位甲",
                "萝卜湾社区",
                "基础设施",
                "政府投资",
                "区领导甲",
                "区城市管理和综合执法局",
                "新建道路三公里",
                "2027-04-15",
                "2027-10-30",
                3_000,
                paid,
                share,
                state,
                progress);
    }

    @Test
    void the_history_of_a_subject_names_the_import() {
        importFile(rows(row("HI-1", "甲", "种养")));
        var subject = play.desk().find(id("HI-1")).orElseThrow();
        assertThat(clerk.get("/subjects/" + number(subject)).body()).contains("导入《rows.xlsx》第 2 行");
    }

    private String importFile(byte[] file) {
        var page = upload(file);
        clerk.post(page + "/confirmation");
        return page;
    }

    private String upload(byte[] file) {
        return upload(file, "rows.xlsx");
    }

    private String upload(byte[] file, String name) {
        var answer = clerk.uploadAs("file", ALL, name, file);
        assertThat(answer.status()).as(answer.body()).isEqualTo(302);
        return answer.location().replaceAll("^https?://[^/]+", "");
    }

    private static byte[] rows(List<?>... rows) {
        var all = new ArrayList<List<?>>(List.of(HEADER));
        all.addAll(List.of(rows));
        return Workbooks.of(all);
    }

    private static List<?> row(String code, String title, String employment) {
        return List.of(code, title, "萝卜湾社区", "网格员一", 3, employment, "城乡居民社保", "13807451234", "x");
    }

    private long countOpen(String prefix) {
        return jdbc.sql("select count(*) from subject where closed is null and key like :prefix || '%'")
                .params(Map.of("prefix", prefix))
                .query(Long.class)
                .single();
    }

    private long id(String key) {
        return jdbc.sql("select id from subject where closed is null and key = :key")
                .param("key", key)
                .query(Long.class)
                .single();
    }

    private String title(String key) {
        return play.desk().find(id(key)).orElseThrow().text("title");
    }

    private String number(Order subject) {
        return OrderNumber.of(subject, calendars.current()).text();
    }
}
