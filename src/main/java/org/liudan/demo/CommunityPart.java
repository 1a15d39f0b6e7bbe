package org.liudan.demo;

import static org.liudan.demo.Stage.did;

import java.time.Instant;
import java.util.Optional;
import org.liudan.demo.Plot.Course;
import org.liudan.engine.order.Order;

/** What a community does: sorts, solves, reports, explains, and calls back. */
final class CommunityPart {

    private static final int CALLS = 3;

    private final Stage stage;
    private final boolean surveys;
    private final boolean explainsAtFirst;
    private final boolean residentRates;
    private final boolean nobodyAnswers;

    CommunityPart(Stage stage) {
        this.stage = stage;
        this.surveys = stage.chance(30);
        this.explainsAtFirst = !stage.chance(8);
        this.residentRates = stage.chance(45);
        this.nobodyAnswers = stage.chance(5);
    }

    Optional<StoryMove> triage(Order order) {
        var clerk = stage.cast().community(order);
        var soon = stage.promptly(order, "report", 20, 240);
        if (!order.text("region").equals(stage.community())) {
            return stage.move(clerk, "transfer", soon, "region", stage.community(), "reason", stage.say("transfer"));
        }
        if (surveys && did(order, "survey") == 0) {
            return stage.move(clerk, "survey", soon, "findings", stage.say("survey"))
                    .map(StoryMove::withPhoto);
        }
        return switch (stage.plot().course) {
            case SOLVED_AT_ONCE -> solve(order, soon);
            case TAKEN_ON ->
                did(order, "take") == 0
                        ? sorted(order, "take", soon, "words", stage.perhaps(70, "take"))
                        : report(order, soon);
            case UNREASONABLE ->
                did(order, "find-unreasonable") == 0
                        ? stage.move(clerk, "find-unreasonable", soon, "reason", stage.say("unreasonable"))
                        : solve(order, soon);
            case STREET, DEPARTMENT -> report(order, soon);
        };
    }

    Optional<StoryMove> solving(Order order) {
        var start = order.clock("solve").orElseThrow().startedAt();
        var done = did(order, "rework") > 0
                ? stage.later(order, 200, 800)
                : Stage.latest(stage.after(start, stage.plot().work), stage.later(order, 10, 60));
        return solve(order, done);
    }

    Optional<StoryMove> explaining(Order order) {
        var clerk = stage.cast().community(order);
        if (did(order, "visit") < stage.plot().visits) {
            return stage.move(
                    clerk,
                    "visit",
                    stage.later(order, 100, 600),
                    "visitors",
                    stage.say("visitors"),
                    "note",
                    stage.say("visit"));
        }
        if (!explainsAtFirst && did(order, "find-reasonable") == 0) {
            return stage.move(
                    clerk, "find-reasonable", stage.later(order, 60, 300), "reason", stage.say("reasonable-after-all"));
        }
        return stage.move(
                clerk,
                "explain",
                stage.later(order, 100, 500),
                "visitors",
                stage.say("visitors"),
                "result",
                stage.message().unreasonable() ? stage.message().result() : stage.say("explain"),
                "understood",
                "true");
    }

    /** The call-back, unless the resident is quicker. */
    Optional<StoryMove> rating(Order order) {
        var clerk = stage.cast().community(order);
        if (nobodyAnswers) {
            return did(order, "no-contact") < CALLS
                    ? stage.move(
                            clerk,
                            "no-contact",
                            stage.later(order, 60, 500),
                            "contact",
                            "phone",
                            "note",
                            stage.say("no-contact"))
                    : stage.move(
                            clerk, "close-unrated", stage.later(order, 60, 300), "note", stage.say("close-unrated"));
        }
        var first = did(order, "rework") == 0;
        var rating = first ? stage.plot().rating : stage.plot().secondRating;
        var words = first && !stage.message().ratingWords().isEmpty()
                ? stage.message().ratingWords()
                : stage.say(rating);
        if (residentRates) {
            return ResidentPart.rate(stage, order, rating, words);
        }
        return stage.move(
                clerk,
                "record-rating",
                stage.later(order, 100, 900),
                "contact",
                stage.chance(75) ? "phone" : "visit",
                "rating",
                rating,
                "rating-words",
                words);
    }

    private Optional<StoryMove> report(Order order, Instant at) {
        var note = stage.perhaps(40, "report-note");
        return sorted(order, "report", at, "words", stage.perhaps(60, "report-words"))
                .map(move -> note.isEmpty() ? move : with(move, "note", note));
    }

    private Optional<StoryMove> solve(Order order, Instant at) {
        return sorted(order, "solve", at, "result", stage.message().result())
                .map(move -> stage.chance(60) ? move.withPhoto() : move);
    }

    private Optional<StoryMove> sorted(Order order, String action, Instant at, String field, String text) {
        return stage.move(
                stage.cast().community(order),
                action,
                at,
                "reasonable",
                stage.message()
                        .grade()
                        .filter(grade -> !grade.equals("unreasonable"))
                        .orElseGet(this::grade),
                "category",
                stage.message().category(),
                field,
                text);
    }

    private String grade() {
        return stage.plot().course == Course.SOLVED_AT_ONCE || stage.chance(35) ? "urgent" : "deferrable";
    }

    private static StoryMove with(StoryMove move, String field, String text) {
        var answers = new java.util.HashMap<>(move.answers());
        answers.put(field, text);
        return new StoryMove(move.by(), move.action(), answers, move.at(), move.photo());
    }
}
