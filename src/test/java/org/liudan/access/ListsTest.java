package org.liudan.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.liudan.organisation.Directories;
import org.liudan.rulebook.Rulebook;
import org.liudan.testing.Browser;
import org.liudan.testing.District;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@AccessDistrict
class ListsTest {

    private static final String METHOD = """
            method: lend-chairs
            name: { zh: 借椅子, en: Borrow chairs }
            rings:
              ask: { zh: 申请, en: Ask }
            parties:
              community: { zh: 村（社区）, en: Community, region: community }
            fields:
              content: { zh: 做什么用, en: What for, type: text, open: true }
              region: { zh: 所在村（社区）, en: Community, type: region, open: true }
              words: { zh: 答复, en: Answer, type: text, open: true }
            clocks:
              answer: { zh: 答复期限, en: Answer, %s }
            steps:
              asked: { zh: 待答复, en: To be answered, ring: ask, holder: community.clerk, starts: [answer] }
              lent: { zh: 已借, en: Lent, ring: ask, closed: done }
            actions:
              ask: { zh: 申请, en: Ask, at: start, by: [resident], to: asked, form: { content: required, region: required }, open: true }
              lend: { zh: 同意, en: Lend, at: [asked], by: [community.clerk], to: lent, main: true, form: { words: required }, open: true }
            """;

    private static final String RATED = METHOD.formatted("limit: 1 working days")
            .replace("lend-chairs", "lend-tables")
            .replace(
                    "words: { zh: 答复, en: Answer, type: text, open: true }",
                    "rating: { zh: 评价, en: Rating, type: choice, open: true, choices:"
                            + " { satisfied: { zh: 满意, en: Good }, dissatisfied: { zh: 不满意, en: Bad } } }")
            .replace("words: required", "rating: required")
            .replace("lend: { zh: 同意, en: Lend", "lend: { zh: 记下评价, en: Take down");

    @LocalServerPort
    int port;

    @Autowired
    Rulebook rulebook;

    @Autowired
    Directories directories;

    @Test
    void steps_and_grades_are_those_of_the_chosen_method() {
        var leader = new Browser(port).as("leader");
        for (var list : new String[] {"/ledger", "/desk"}) {
            assertThat(leader.get(list).body())
                    .contains("<option value=\"six-orders\">", "<select name=\"method\"")
                    .doesNotContain("<select name=\"step\"", "<select name=\"grade\"");
            assertThat(leader.get(list + "?method=six-orders&grade=urgent").body())
                    .contains(
                            "<option value=\"six-orders\" selected>",
                            "<select name=\"step\"",
                            "<option value=\"urgent\" selected>")
                    .doesNotContain("<option value=\"rectifying\"");
        }
    }

    @Test
    void each_part_of_a_filter_is_shown_and_can_be_removed() {
        var page = new Browser(port)
                .as("leader")
                .get("/ledger?method=six-orders&grade=urgent&late=yes&q=%3Cb%3E&from=2026-11-01")
                .body();
        assertThat(page)
                .contains(
                        "工作法：",
                        "分档：合理急办",
                        "是否超过期限：曾超期",
                        "搜索：&lt;b&gt;",
                        "点单从：11月1日",
                        "<a href=\"/ledger?from=2026-11-01&amp;grade=urgent&amp;method=six-orders&amp;q=%3Cb%3E\">",
                        "<input type=\"hidden\" name=\"late\" value=\"yes\">")
                .doesNotContain("<input type=\"hidden\" name=\"grade\"");
        assertThat(new Browser(port).as("leader").get("/ledger").body()).doesNotContain("class=\"chips\"");
    }

    @Test
    void an_order_of_an_earlier_version_shows_the_promises_made_since() {
        var before = METHOD.formatted("limit: 1 working days");
        rulebook.publish(directories.district(), "lend-chairs.yaml", before);
        var resident = new Browser(port);
        var raised = resident.post("/raise/lend-chairs", "content", "二十把椅子", "region", District.COMMUNITY);
        var track = raised.location().replaceFirst("^http://[^/]+", "").replaceFirst("\\?.*", "");
        assertThat(resident.get(track).body()).doesNotContain("答复期限");
        rulebook.publish(
                directories.district(), "lend-chairs.yaml", METHOD.formatted("limit: 1 working days, open: true"));
        assertThat(resident.get(track).body()).contains("答复期限");
    }

    @Test
    void orders_that_wait_for_a_rating_are_among_the_call_backs_whatever_their_step_is_called() {
        rulebook.publish(directories.district(), "lend-tables.yaml", RATED);
        new Browser(port).post("/raise/lend-tables", "content", "借十张桌子办喜事", "region", District.COMMUNITY);
        assertThat(new Browser(port).as("community").get("/callbacks").body()).contains("借十张桌子办喜事", "记下评价");
        assertThat(new Browser(port).as("handler-market").get("/callbacks").body())
                .doesNotContain("借十张桌子办喜事");
    }
}
