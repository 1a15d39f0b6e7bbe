package org.liudan.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.liudan.testing.Browser;
import org.liudan.testing.DistrictTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the pages of methods show about other orders. */
@DistrictTest
class CrossOrderSummariesTest {

    @LocalServerPort
    int port;

    @Test
    void an_action_that_opens_orders_of_another_method_leads_to_its_page() {
        var page = page("whistle");
        assertThat(page).contains("<a href=\"/methods/report-in\"><rect class=\"other\"", "批准 ⇒ 另开“报到单”");
        assertThat(page).contains("<a href=\"/methods/report-in\">另开“报到单”，交报到部门</a>", "（“哨声”为“工作哨", "时）");
    }

    @Test
    void a_waiting_step_shows_what_it_waits_for_and_what_happens_then() {
        assertThat(page("whistle"))
                .contains("<span class=\"small waits\">等“报到单”全部办结，再自动“各部门都已办结”</span>", "各部门都已办结（等齐后自动）");
    }

    @Test
    void messages_to_the_parent_and_merges_are_marked() {
        assertThat(page("report-in")).contains("告知所属的“街道吹哨 部门报到”：部门已报到", "由“街道吹哨 部门报到”带出");
        assertThat(page("six-orders")).contains("并单 ⇒ 并入另一件单", "并入的单随之：主单已办结", "主单已办结（由“六单工作法”带出）");
    }

    @Test
    void conditions_are_shown_in_words_and_as_written_behind_a_disclosure() {
        assertThat(page("six-orders"))
                .contains(
                        "“所在村（社区）”只选到乡（街道）时，待定社区；否则 社区研判",
                        "<summary>条件原文</summary><code>answers.region.size() &lt; 12</code>");
        assertThat(page("one-matter")).contains("在“待补交材料”步骤且填了“承诺事项”时，核查承诺");
    }

    private String page(String method) {
        return new Browser(port).as("leader").get("/methods/" + method).body();
    }
}
