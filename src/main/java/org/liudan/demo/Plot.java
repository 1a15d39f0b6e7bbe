package org.liudan.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.liudan.engine.order.Order;

/** How one story is to go, drawn by lot in the proportions of a real district. */
final class Plot {

    /** Who settles it. */
    enum Course {
        SOLVED_AT_ONCE,
        TAKEN_ON,
        UNREASONABLE,
        STREET,
        DEPARTMENT
    }

    /** What the department says of it. */
    enum Difficulty {
        ORDINARY,
        HARD,
        LEADER_DECIDES
    }

    /** Something that is asked for. */
    enum Asked {
        NOT,
        GRANTED,
        REFUSED
    }

    private static final double MINUTES_A_DAY = 390;
    private static final Set<String> SHORT =
            Set.of("placing", "triage", "signing", "accepting", "limit-setting", "extension-asked", "hang-up-asked");

    final Optional<String> halt;
    final Course course;
    final Difficulty difficulty;
    final Duration work;
    final Asked extension;
    final Asked hangUp;
    final int returns;
    final int visits;
    final String rating;
    final String secondRating;
    final Optional<String> withdrawnAt;
    private final boolean hurried;
    private final Random lots;

    /**
     * @param halt the step at which the story is still going on today, if it is to be left open there
     */
    Plot(SampleMessage message, Optional<String> halt, Random lots) {
        this.lots = lots;
        this.halt = halt;
        this.hurried = halt.filter(SHORT::contains).isPresent() && chance(60);
        this.course = course(message, halt.orElse(""));
        this.work = work(message, halt.orElse(""));
        this.difficulty = difficulty(halt.orElse(""));
        this.extension = asked(halt, "extension-asked", "", difficulty == Difficulty.HARD ? 35 : 8);
        this.hangUp = asked(halt, "hang-up-asked", "hung-up", difficulty == Difficulty.HARD ? 10 : 2);
        this.returns = returns(halt.orElse(""));
        this.visits = 1 + lots.nextInt(2);
        this.rating = halt.filter("reviewing"::equals).isPresent()
                ? "dissatisfied"
                : message.rating().orElseGet(() -> rating(80, 93));
        this.secondRating = rating(60, 90);
        this.withdrawnAt =
                halt.isEmpty() && chance(2) ? Optional.of(chance(50) ? "tracking" : "handling") : Optional.empty();
    }

    boolean chance(int percent) {
        return lots.nextInt(100) < percent;
    }

    /** True when the order stays where it is until today. */
    boolean halts(Order order) {
        var here = halt.filter(order.step()::equals).isPresent();
        return here && (!order.step().equals("tracking") || order.counts().getOrDefault("returns", 0) >= returns);
    }

    /** True when it doesn't matter how long the steps before the halt took. */
    boolean brisk() {
        return halt.isPresent();
    }

    /** True when it all happens today, whatever the hour, so that some of what is due in a day is not late. */
    boolean hurried() {
        return hurried;
    }

    boolean placing() {
        return halt.filter("placing"::equals).isPresent();
    }

    private Course course(SampleMessage message, String halting) {
        return switch (halting) {
            case "explaining" -> Course.UNREASONABLE;
            case "solving" -> Course.TAKEN_ON;
            case "street-work" -> Course.STREET;
            case "accepting",
                    "handling",
                    "limit-setting",
                    "extension-asked",
                    "hang-up-asked",
                    "hung-up",
                    "refereeing" -> Course.DEPARTMENT;
            case "signing", "tracking" -> chance(30) ? Course.STREET : Course.DEPARTMENT;
            case "rating", "reviewing" ->
                chance(30) ? Course.SOLVED_AT_ONCE : chance(40) ? Course.STREET : Course.DEPARTMENT;
            default -> freely(message);
        };
    }

    private Course freely(SampleMessage message) {
        if (message.unreasonable()) {
            return Course.UNREASONABLE;
        }
        int lot = lots.nextInt(100);
        if (lot < 30) {
            return Course.SOLVED_AT_ONCE;
        } else if (lot < 38) {
            return Course.TAKEN_ON;
        } else if (lot < 43 && message.grade().isEmpty()) {
            return Course.UNREASONABLE;
        }
        return lot < 56 ? Course.STREET : Course.DEPARTMENT;
    }

    private Duration work(SampleMessage message, String halting) {
        if (halting.equals("rating") || halting.equals("reviewing")) {
            return Duration.ofMinutes(30L + lots.nextInt(90));
        }
        if (halting.startsWith("extension") || halting.startsWith("hang-up") || halting.equals("hung-up")) {
            return days(4, 14);
        }
        if (course == Course.DEPARTMENT) {
            return message.took().orElseGet(() -> days(0.3, chance(60) ? 3 : chance(75) ? 13 : 30));
        }
        return course == Course.STREET ? days(0.4, 6) : days(0.2, chance(85) ? 2.6 : 5);
    }

    private Duration days(double least, double most) {
        return Duration.ofMinutes(Math.round(MINUTES_A_DAY * (least + lots.nextDouble() * (most - least))));
    }

    double workingDays() {
        return work.toMinutes() / MINUTES_A_DAY;
    }

    /** Mostly what fits the work, now and then too hopeful. */
    private Difficulty difficulty(String halting) {
        if (halting.equals("limit-setting")) {
            return Difficulty.LEADER_DECIDES;
        }
        if (halting.equals("extension-asked") || halting.startsWith("hang-up") || halting.equals("hung-up")) {
            return Difficulty.HARD;
        }
        if (halting.equals("handling")) {
            return chance(45) ? Difficulty.ORDINARY : Difficulty.HARD;
        }
        double seen = chance(12) ? workingDays() / 3 : workingDays();
        return seen <= 2.5
                ? Difficulty.ORDINARY
                : seen <= 15 || chance(35) ? Difficulty.HARD : Difficulty.LEADER_DECIDES;
    }

    private Asked asked(Optional<String> halting, String asking, String granted, int percent) {
        if (halting.isPresent()) {
            var wanted = halting.get();
            return wanted.equals(asking) || wanted.equals(granted) ? Asked.GRANTED : Asked.NOT;
        }
        if (workingDays() < 2 || !chance(percent)) {
            return Asked.NOT;
        }
        return chance(80) ? Asked.GRANTED : Asked.REFUSED;
    }

    /** At the third time the referee is asked. */
    private int returns(String halting) {
        if (halting.equals("refereeing")) {
            return 2;
        }
        if (course != Course.DEPARTMENT) {
            return 0;
        }
        return halting.equals("handling") ? 0 : chance(8) ? 1 : chance(3) ? 2 : 0;
    }

    private String rating(int satisfied, int average) {
        int lot = lots.nextInt(100);
        return lot < satisfied ? "satisfied" : lot < average ? "average" : "dissatisfied";
    }
}
