package org.liudan.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.liudan.demo.SubjectPlan.PlannedAction;
import org.liudan.engine.order.Seat;

/** A subject of the demonstration, and the plans by which it is entered into registers and visited. Invented names are letters (甲, 乙 …). */
abstract class DemoSubject {

    private static final String[] LETTERS = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};

    private final int number;
    private final String community;
    private final Places places;
    private final LocalDate today;

    DemoSubject(int number, String community, Places places, LocalDate today) {
        this.number = number;
        this.community = community;
        this.places = places;
        this.today = today;
    }

    /** Returns one plan for each register. */
    abstract Stream<SubjectPlan> plans();

    final int number() {
        return number;
    }

    final String community() {
        return community;
    }

    final LocalDate today() {
        return today;
    }

    final SubjectPlan plan(
            String register, int visitInterval, ActionDraft start, ActionDraft visit, ActionDraft... followUps) {
        return new SubjectPlan(
                register,
                start.toAction(code(register), community),
                Stream.of(followUps).map(ActionDraft::toAction).toList(),
                visit.toAction(),
                visitInterval);
    }

    /**
     * An action of a post, with the answers collected so far.
     *
     * @param daily the answers that depend on the day of the action, by field
     */
    record ActionDraft(
            String action, Seat by, Map<String, Object> answers, Map<String, Function<LocalDate, Object>> daily) {

        ActionDraft withDaily(String field, Function<LocalDate, Object> value) {
            daily.put(field, value);
            return this;
        }

        ActionDraft with(Object... more) {
            answers.putAll(SubjectPlan.answersOf(more));
            return this;
        }

        PlannedAction toAction() {
            return new PlannedAction(action, by, day -> {
                var values = new HashMap<>(answers);
                daily.forEach((field, value) -> values.put(field, value.apply(day)));
                return values;
            });
        }

        PlannedAction toAction(String code, String region) {
            return with("code", code, "region", region).toAction();
        }
    }

    static ActionDraft start(String action, Seat by, Object... answers) {
        return new ActionDraft(action, by, SubjectPlan.answersOf(answers), new HashMap<>());
    }

    static ActionDraft visit(String action, Seat by, Object... answers) {
        return start(action, by, answers);
    }

    /** Returns the key of the subject on a register. */
    final String code(String register) {
        return "%s-%03d".formatted(register.substring(0, 2).toUpperCase(Locale.ROOT), number + 1);
    }

    /** Returns a point in the community, another one for each register. */
    final String point(String register) {
        return point(register, community);
    }

    final String point(String register, String region) {
        return places.point(region, new Random(31L * register.hashCode() + number));
    }

    /** Returns an invented name that is unique for the number of the subject. */
    final String letter() {
        return LETTERS[number % LETTERS.length]
                + (number < LETTERS.length ? "" : String.valueOf(number / LETTERS.length));
    }

    /** Chooses one value by the number of the subject. */
    final String choose(String... choices) {
        return choices[number % choices.length];
    }

    /** Returns the day some months from today, {@code yyyy-mm-dd}. */
    final String later(int months) {
        return today.plusMonths(months).toString();
    }

    final Seat clerk() {
        return new Seat(community, "clerk");
    }

    final Seat dispatcher() {
        return new Seat(places.streetOf(community), "dispatcher");
    }
}
