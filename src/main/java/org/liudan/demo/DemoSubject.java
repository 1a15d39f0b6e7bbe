package org.liudan.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.liudan.demo.Keeping.Deed;
import org.liudan.engine.order.Seat;

/** A subject of the demonstration as it would stand on several registers: nobody is called by a name. */
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

    abstract Stream<Keeping> onEachRegister();

    final int number() {
        return number;
    }

    final String community() {
        return community;
    }

    final LocalDate today() {
        return today;
    }

    final Keeping kept(String register, int days, Part start, Part visit, Part... then) {
        return new Keeping(
                register,
                start.deed(code(register), community),
                Stream.of(then).map(Part::deed).toList(),
                visit.deed(),
                days);
    }

    /**
     * An action by somebody, with what is filled in so far.
     *
     * @param daily what is filled in depending on the day
     */
    record Part(String action, Seat by, Map<String, Object> answers, Map<String, Function<LocalDate, Object>> daily) {

        Part byDay(String field, Function<LocalDate, Object> value) {
            daily.put(field, value);
            return this;
        }

        Part with(Object... more) {
            answers.putAll(Keeping.filled(more));
            return this;
        }

        Deed deed() {
            return new Deed(action, by, day -> {
                var filled = new HashMap<>(answers);
                daily.forEach((field, value) -> filled.put(field, value.apply(day)));
                return filled;
            });
        }

        Deed deed(String code, String region) {
            return with("code", code, "region", region).deed();
        }
    }

    static Part start(String action, Seat by, Object... answers) {
        return new Part(action, by, Keeping.filled(answers), new HashMap<>());
    }

    static Part visit(String action, Seat by, Object... answers) {
        return start(action, by, answers);
    }

    final String code(String register) {
        return "%s-%03d".formatted(register.substring(0, 2).toUpperCase(Locale.ROOT), number + 1);
    }

    /** Somewhere in the community, each kind of subject elsewhere. */
    final String point(String register) {
        return point(register, community);
    }

    final String point(String register, String region) {
        return places.point(region, new Random(31L * register.hashCode() + number));
    }

    final String letter() {
        return LETTERS[number % LETTERS.length]
                + (number < LETTERS.length ? "" : String.valueOf(number / LETTERS.length));
    }

    final String one(String... choices) {
        return choices[number % choices.length];
    }

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
