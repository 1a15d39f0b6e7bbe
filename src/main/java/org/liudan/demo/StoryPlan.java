package org.liudan.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.liudan.engine.order.Order;

/** The random plan of one story, with the frequencies of a real district. */
final class StoryPlan {

    /** Who settles the matter. */
    enum Course {
        SOLVED_AT_ONCE,
        TAKEN_ON,
        UNREASONABLE,
        STREET,
        DEPARTMENT
    }

    /** How the department rates the matter. */
    enum Difficulty {
        ORDINARY,
        HARD,
        LEADER_DECIDES
    }

    /** Whether a request is made, and how it is decided. */
    enum RequestOutcome {
        NONE,
        GRANTED,
        REFUSED
    }

    private static final double MINUTES_A_DAY = 390;
    /** The steps whose clocks are due within a day. */
    private static final Set<String> QUICK_STEPS =
            Set.of("placing", "triage", "signing", "accepting", "limit-setting", "extension-asked", "hang-up-asked");

    final Optional<String> openAt;
    final Course course;
    final Difficulty difficulty;
    final Duration work;
    final RequestOutcome extension;
    final RequestOutcome hangUp;
    final int returns;
    final int visits;
    final String rating;
    final String secondRating;
    final Optional<String> withdrawnAt;
    private final boolean hurried;
    private final Random random;

    /**
     * @param openAt the step at which the order is still open today; empty when the story runs to its end
     */
    StoryPlan(SampleMessage message, Optional<String> openAt, Random random) {
        this.random = random;
        this.openAt = openAt;
        this.hurried = openAt.filter(QUICK_STEPS::contains).isPresent() && chance(60);
        this.course = course(message, openAt.orElse(""));
        this.work = work(message, openAt.orElse(""));
        this.difficulty = difficulty(openAt.orElse(""));
        this.extension = request(openAt, "extension-asked", "", difficulty == Difficulty.HARD ? 35 : 8);
        this.hangUp = request(openAt, "hang-up-asked", "hung-up", difficulty == Difficulty.HARD ? 10 : 2);
        this.returns = returns(openAt.orElse(""));
        this.visits = 1 + random.nextInt(2);
        this.rating = openAt.filter("reviewing"::equals).isPresent()
                ? "dissatisfied"
                : message.rating().orElseGet(() -> rating(80, 93));
        this.secondRating = rating(60, 90);
        this.withdrawnAt =
                openAt.isEmpty() && chance(2) ? Optional.of(chance(50) ? "tracking" : "handling") : Optional.empty();
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Returns true when the order stays at its current step until today. */
    boolean stopsAt(Order order) {
        var atStep = openAt.filter(order.step()::equals).isPresent();
        return atStep && (!order.step().equals("tracking") || order.counts().getOrDefault("returns", 0) >= returns);
    }

    /** Returns true when the order stays open, so that the steps before may take any time. */
    boolean brisk() {
        return openAt.isPresent();
    }

    /** Returns true when all actions are done today, at any hour, so that not every order due within a day is late. */
    boolean hurried() {
        return hurried;
    }

    /** Returns true when the order stays open without a community. */
    boolean placing() {
        return openAt.filter("placing"::equals).isPresent();
    }

    private Course course(SampleMessage message, String openAt) {
        return switch (openAt) {
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
            default -> randomCourse(message);
        };
    }

    private Course randomCourse(SampleMessage message) {
        if (message.unreasonable()) {
            return Course.UNREASONABLE;
        }
        int percentile = random.nextInt(100);
        if (percentile < 30) {
            return Course.SOLVED_AT_ONCE;
        } else if (percentile < 38) {
            return Course.TAKEN_ON;
        } else if (percentile < 43 && message.grade().isEmpty()) {
            return Course.UNREASONABLE;
        }
        return percentile < 56 ? Course.STREET : Course.DEPARTMENT;
    }

    private Duration work(SampleMessage message, String openAt) {
        if (openAt.equals("rating") || openAt.equals("reviewing")) {
            return Duration.ofMinutes(30L + random.nextInt(90));
        }
        if (openAt.startsWith("extension") || openAt.startsWith("hang-up") || openAt.equals("hung-up")) {
            return days(4, 14);
        }
        if (course == Course.DEPARTMENT) {
            return message.workingTime().orElseGet(() -> days(0.3, chance(60) ? 3 : chance(75) ? 13 : 30));
        }
        return course == Course.STREET ? days(0.4, 6) : days(0.2, chance(85) ? 2.6 : 5);
    }

    private Duration days(double min, double max) {
        return Duration.ofMinutes(Math.round(MINUTES_A_DAY * (min + random.nextDouble() * (max - min))));
    }

    double workingDays() {
        return work.toMinutes() / MINUTES_A_DAY;
    }

    /** Chooses the difficulty that fits the work, sometimes too optimistic. */
    private Difficulty difficulty(String openAt) {
        if (openAt.equals("limit-setting")) {
            return Difficulty.LEADER_DECIDES;
        }
        if (openAt.equals("extension-asked") || openAt.startsWith("hang-up") || openAt.equals("hung-up")) {
            return Difficulty.HARD;
        }
        if (openAt.equals("handling")) {
            return chance(45) ? Difficulty.ORDINARY : Difficulty.HARD;
        }
        double estimate = chance(12) ? workingDays() / 3 : workingDays();
        return estimate <= 2.5
                ? Difficulty.ORDINARY
                : estimate <= 15 || chance(35) ? Difficulty.HARD : Difficulty.LEADER_DECIDES;
    }

    private RequestOutcome request(Optional<String> openAt, String askingStep, String grantedStep, int percent) {
        if (openAt.isPresent()) {
            var step = openAt.get();
            return step.equals(askingStep) || step.equals(grantedStep) ? RequestOutcome.GRANTED : RequestOutcome.NONE;
        }
        if (workingDays() < 2 || !chance(percent)) {
            return RequestOutcome.NONE;
        }
        return chance(80) ? RequestOutcome.GRANTED : RequestOutcome.REFUSED;
    }

    /** Returns the number of returns; the department disputes after two. */
    private int returns(String openAt) {
        if (openAt.equals("refereeing")) {
            return 2;
        }
        if (course != Course.DEPARTMENT) {
            return 0;
        }
        return openAt.equals("handling") ? 0 : chance(8) ? 1 : chance(3) ? 2 : 0;
    }

    private String rating(int satisfied, int average) {
        int percentile = random.nextInt(100);
        return percentile < satisfied ? "satisfied" : percentile < average ? "average" : "dissatisfied";
    }
}
