package org.liudan.orders.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liudan.testing.District.COMMUNITY;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Actor;
import org.liudan.orders.bulk.BulkRow.Decided;
import org.liudan.orders.bulk.BulkRow.Moves;
import org.liudan.organisation.Directories;
import org.liudan.rulebook.Rulebook;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Play;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Many subjects that are entered at once are stored as if each had been entered by its form. */
@DistrictTest
@TestPropertySource(properties = "liudan.database-of=registers")
class BulkEntryTest {

    private static final Actor.Officer CLERK = (Actor.Officer) Play.officer(COMMUNITY + ".clerk");
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired
    Play play;

    @Autowired
    BulkEntry bulk;

    @Autowired
    BulkReversal reversal;

    @Autowired
    Rulebook rulebook;

    @Autowired
    Directories directories;

    @Autowired
    PlatformTransactionManager transactions;

    private Method buildings;
    private Action enter;

    @BeforeEach
    void in_summer() {
        play.at("2026-06-01T09:00");
        buildings = rulebook.current(directories.district(), "buildings");
        enter = Objects.requireNonNull(buildings.actions().get("enter"));
    }

    @Test
    void subjects_that_are_entered_at_once_are_as_if_each_was_entered_by_its_form() {
        var rows = List.of(row("code", "B-1\t\\\"甲\""), row(), row("danger", "d", "findings", "墙体\n开裂\\严重"));
        var decided = enter(rows);
        assertThat(decided).allMatch(row -> row instanceof Moves moves && moves.enters());
        assertThat(play.step(order(decided, 0))).isEqualTo("entered");
        assertThat(play.holder(order(decided, 0))).isEqualTo("recheck-group.handler");
        assertThat(play.now(order(decided, 2)).text("findings")).isEqualTo("墙体\n开裂\\严重");
        play.at("2026-06-01T09:05");
        assertThat(play.step(play.child(order(decided, 2), "hazard"))).isEqualTo("found");
        play.holds();
    }

    @Test
    void a_row_that_the_form_would_refuse_is_refused_and_the_others_are_entered() {
        var decided = enter(List.of(
                row("storeys", "99"), row("use", "business"), row("region", "431271218201"), row("title", ""), row()));
        assertThat(decided.subList(0, 4)).allMatch(BulkRow.Refused.class::isInstance);
        assertThat(reasons(decided.get(0))).containsExactly("reason.number");
        assertThat(reasons(decided.get(1))).containsExactly("reason.guard");
        assertThat(reasons(decided.get(2))).containsExactly("reason.not-yours");
        assertThat(reasons(decided.get(3))).containsExactly("reason.required");
        assertThat(decided.get(4)).isInstanceOf(Moves.class);
        play.holds();
    }

    @Test
    void a_row_with_a_known_key_changes_what_differs_and_leaves_the_rest_alone() {
        var first = row("phone", "13807451234");
        var house = order(enter(List.of(first)), 0);
        assertThat(enter(List.of(with(first, Map.of("phone", "138****1234")))))
                .allMatch(BulkRow.Same.class::isInstance);
        var changed = enter(List.of(with(first, Map.of("title", "户主乙", "storeys", ""))));
        assertThat(changed).allMatch(row -> row instanceof Moves moves && !moves.enters());
        assertThat(play.now(house).text("title")).isEqualTo("户主乙");
        assertThat(play.now(house).fields()).containsEntry("storeys", 3L);
        assertThat(reasons(enter(List.of(with(first, Map.of("danger", "c")))).get(0)))
                .containsExactly("reason.not-by-change");
        play.holds();
    }

    @Test
    void a_key_of_another_community_reveals_nothing_of_its_subject() {
        var first = row();
        enter(List.of(first));
        var other = (Actor.Officer) Play.officer("431271218201.clerk");
        assertThat(reasons(decide(other, List.of(first)).get(0))).containsExactly("reason.key-taken");
    }

    @Test
    void a_subject_that_changed_since_the_decision_is_not_written() {
        var first = row();
        var house = order(enter(List.of(first)), 0);
        var decided = decide(CLERK, List.of(with(first, Map.of("title", "户主丙"))));
        play.does(Play.handler("recheck-group"), "confirm", house);
        assertThatThrownBy(() -> write(decided)).isInstanceOf(ConcurrencyFailureException.class);
        assertThat(play.now(house).text("title")).isEqualTo("户主甲");
        play.holds();
    }

    @Test
    void an_entry_on_which_nobody_has_acted_is_undone_and_its_key_is_free_again() {
        var rows = List.of(row(), row());
        var houses = enter(rows);
        play.does(Play.handler("recheck-group"), "confirm", order(houses, 1));
        var undone = undo(rows);
        assertThat(undone).filteredOn(Moves.class::isInstance).hasSize(1);
        assertThat(undone).filteredOn(BulkRow.Refused.class::isInstance).hasSize(1);
        assertThat(play.now(order(houses, 0)).closed()).contains("withdrawn");
        assertThat(play.refusal(Play.handler("recheck-group"), "confirm", order(houses, 0)))
                .containsExactly("reason.taken-back");
        assertThat(play.step(order(houses, 1))).isEqualTo("kept");
        assertThat(enter(List.of(again(rows.get(0))))).allMatch(row -> row instanceof Moves moves && moves.enters());
        play.holds();
    }

    @Test
    void a_change_that_is_undone_leaves_the_values_from_before() {
        var first = row();
        var house = order(enter(List.of(first)), 0);
        var changed = again(with(first, Map.of("region", COMMUNITY, "title", "户主丁", "phone", "13807450000")));
        enter(List.of(changed));
        assertThat(undo(List.of(changed))).allMatch(Moves.class::isInstance);
        assertThat(play.now(house).text("title")).isEqualTo("户主甲");
        assertThat(play.now(house).text("phone")).isEmpty();
        assertThat(play.now(house).open()).isTrue();
        play.holds();
    }

    private List<Decided> undo(List<BulkRow> rows) {
        var decided = reversal.decide(
                CLERK,
                rows.stream()
                        .collect(Collectors.toMap(
                                BulkRow::request,
                                row -> new BulkRow(row.number(), "undo-" + row.request(), Map.of()))));
        write(decided);
        return decided;
    }

    private List<Decided> enter(List<BulkRow> rows) {
        var decided = decide(CLERK, rows);
        write(decided);
        return decided;
    }

    private List<Decided> decide(Actor.Officer by, List<BulkRow> rows) {
        return bulk.decide(buildings, enter, by, "导入", rows);
    }

    private void write(List<Decided> decided) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> bulk.write(decided));
    }

    private static List<String> reasons(Decided decided) {
        return ((BulkRow.Refused) decided).reasons().stream().map(Reason::key).toList();
    }

    private static org.liudan.engine.order.Order order(List<Decided> decided, int index) {
        return ((Moves) decided.get(index)).order();
    }

    private static BulkRow with(BulkRow row, Map<String, Object> other) {
        var answers = new HashMap<>(row.answers());
        answers.putAll(other);
        return again(new BulkRow(row.number(), row.request(), answers));
    }

    /** The same row with another request. */
    private static BulkRow again(BulkRow row) {
        return new BulkRow(row.number(), BulkRow.NAMED + "again-" + NUMBERS.incrementAndGet(), row.answers());
    }

    private static BulkRow row(String... other) {
        var number = NUMBERS.incrementAndGet();
        var answers = new HashMap<String, Object>(Map.of(
                "code", "BULK-" + number, "title", "户主甲", "region", COMMUNITY, "place", "沿河路8号", "keeper", "网格员一"));
        answers.putAll(Map.of(
                "structure",
                "brick-concrete",
                "storeys",
                "3",
                "built",
                "1998",
                "area",
                "260",
                "use",
                "home",
                "key",
                "false",
                "rented",
                "false",
                "crowd",
                "false",
                "slope",
                "false",
                "danger",
                "a"));
        answers.put("findings", "逐层查看");
        IntStream.range(0, other.length / 2).forEach(i -> answers.put(other[2 * i], other[2 * i + 1]));
        return new BulkRow(number, BulkRow.NAMED + "row-" + number, answers);
    }
}
