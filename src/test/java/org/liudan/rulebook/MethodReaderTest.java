package org.liudan.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MethodReaderTest {

    @Test
    void the_shipped_method_has_no_fault() {
        assertThat(MethodReader.read("six-orders.yaml", SixOrders.text(), SixOrders.POSTS)
                        .faults())
                .isEmpty();
    }

    @Test
    void all_faults_are_reported_at_once_each_with_its_line() {
        var broken = SixOrders.text()
                .replace("    to: signing\n", "    to: nowhere\n")
                .replace("{ step: signing }", "{ step: triage }")
                .replace("type: long-text, most: 4000, open: true }\n  region", "type: poem, most: 4000 }\n  region")
                .replace("holder: community.clerk, starts: [solve] }", "starts: [solve] }")
                .replace("clock.handle.days_used <= 2", "clock.handle.days_used <= 'two'");
        assertThat(faults(broken))
                .contains(
                        "unknown-step@" + line(broken, "to: nowhere"),
                        "unknown-type@" + line(broken, "type: poem"),
                        "open-without-holder@" + line(broken, "starts: [solve] }"),
                        "guard@" + line(broken, "<= 'two'"),
                        "unreachable@" + line(broken, "signing: {"));
    }

    @Test
    void an_extension_of_a_limit_that_is_not_in_working_days_is_refused() {
        var limit = SixOrders.text().replace("limit: 3 working days", "limit: 72 hours");
        assertThat(limit).isNotEqualTo(SixOrders.text());
        assertThat(faults(limit)).containsExactly("extension-without-effect@" + line(limit, "extend: { handle"));
    }

    @Test
    void an_unreachable_step_is_reported() {
        var broken = SixOrders.text().replace("to: refereeing", "to: tracking");
        assertThat(faults(broken)).containsExactly("unreachable@" + line(broken, "refereeing: {"));
    }

    @Test
    void an_open_step_without_clock_is_named() {
        var broken = SixOrders.text().replace(", starts: [review] }", " }");
        assertThat(faults(broken)).containsExactly("open-without-clock@" + line(broken, "reviewing: {"));
    }

    @Test
    void a_guard_with_an_unknown_name_is_refused() {
        var broken = SixOrders.text().replace("count.reworks < 1", "count.rework < 1");
        assertThat(faults(broken)).containsExactly("guard@" + line(broken, "count.rework < 1"));
    }

    @Test
    void an_unknown_kind_of_unit_is_refused_at_a_field_and_at_a_party() {
        var broken = SixOrders.text()
                .replaceFirst("type: unit, kind: department", "type: unit, kind: guild")
                .replaceFirst("only: supervision", "only: guilds");
        assertThat(faults(broken))
                .containsExactlyInAnyOrder(
                        "unknown-unit-kind@" + line(broken, "only: guilds"),
                        "unknown-unit-kind@" + line(broken, "kind: guild,"));
    }

    @Test
    void a_merge_that_leaves_the_order_open_in_any_case_is_refused_there() {
        var open = SixOrders.text()
                .replace(
                        "    to: merged\n",
                        "    to:\n      - { when: answers.words == '', step: tracking }\n      - { step: merged }\n");
        assertThat(faults(open))
                .containsExactly("merge-stays-open@" + line(open, "when: answers.words == '', step: tracking"));
        var nowhere = SixOrders.text().replace("    to: merged\n", "");
        assertThat(faults(nowhere)).contains("merge-stays-open@" + line(nowhere, "merge:\n"));
    }

    @Test
    void a_duplicate_or_unknown_key_is_reported() {
        var broken =
                SixOrders.text().replace("method: six-orders\n", "method: six-orders\nmethod: again\ncolour: red\n");
        assertThat(faults(broken)).containsExactly("twice@3", "unknown-key@4");
    }

    @Test
    void a_text_that_is_not_yaml_is_refused_with_the_line() {
        assertThat(faults("method: six-orders\nname: { zh: 六单"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("not-yaml@");
        assertThat(faults("")).containsExactly("empty-file@1");
    }

    @Test
    void every_fault_says_why_in_both_languages() {
        var fault = new RulebookFault("a.yaml", 7, "unknown-step", List.of("nowhere", "triage"));
        assertThat(fault.in(Locale.CHINESE)).isEqualTo("a.yaml:7: 没有名为“nowhere”的步骤，已有：triage。");
        assertThat(fault.in(Locale.ENGLISH)).isEqualTo("a.yaml:7: There is no step \"nowhere\"; there are: triage.");
    }

    private static List<String> faults(String text) {
        return MethodReader.read("six-orders.yaml", text, SixOrders.POSTS).faults().stream()
                .map(fault -> fault.key() + "@" + fault.line())
                .toList();
    }

    private static int line(String text, String part) {
        return (int) text.substring(0, text.indexOf(part)).lines().count();
    }
}
