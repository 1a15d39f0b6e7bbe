package org.liudan.demo;

import static org.liudan.demo.StoryContext.timesDone;

import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import org.liudan.demo.StoryPlan.Course;
import org.liudan.engine.order.Order;

/** The actions of a community: it classifies, solves, reports, explains and calls back. */
final class CommunityPart {

    private static final int MAX_CALLS = 3;

    private final StoryContext story;
    private final boolean surveys;
    private final boolean explainsAtFirst;
    private final boolean residentRates;
    private final boolean nobodyAnswers;

    CommunityPart(StoryContext story) {
        this.story = story;
        this.surveys = story.chance(30);
        this.explainsAtFirst = !story.chance(8);
        this.residentRates = story.chance(45);
        this.nobodyAnswers = story.chance(5);
    }

    Optional<StoryMove> triage(Order order) {
        var clerk = story.accounts().community(order);
        var at = story.promptly(order, "report", 20, 240);
        if (!order.text("region").equals(story.community())) {
            return story.move(clerk, "transfer", at, "region", story.community(), "reason", story.phrase("transfer"));
        }
        if (surveys && timesDone(order, "survey") == 0) {
            return story.move(clerk, "survey", at, "findings", story.phrase("survey"))
                    .map(StoryMove::withPhoto);
        }
        return switch (story.plan().course) {
            case SOLVED_AT_ONCE -> solve(order, at);
            case TAKEN_ON ->
                timesDone(order, "take") == 0
                        ? classify(order, "take", at, "words", story.optionalPhrase(70, "take"))
                        : report(order, at);
            case UNREASONABLE ->
                timesDone(order, "find-unreasonable") == 0
                        ? story.move(clerk, "find-unreasonable", at, "reason", story.phrase("unreasonable"))
                        : solve(order, at);
            case STREET, DEPARTMENT -> report(order, at);
        };
    }

    Optional<StoryMove> solving(Order order) {
        var start = order.clock("solve").orElseThrow().startedAt();
        var done = timesDone(order, "rework") > 0
                ? story.later(order, 200, 800)
                : StoryContext.latest(story.after(start, story.plan().work), story.later(order, 10, 60));
        return solve(order, done);
    }

    Optional<StoryMove> explaining(Order order) {
        var clerk = story.accounts().community(order);
        if (timesDone(order, "visit") < story.plan().visits) {
            return story.move(
                    clerk,
                    "visit",
                    story.later(order, 100, 600),
                    "visitors",
                    story.phrase("visitors"),
                    "note",
                    story.phrase("visit"));
        }
        if (!explainsAtFirst && timesDone(order, "find-reasonable") == 0) {
            return story.move(
                    clerk,
                    "find-reasonable",
                    story.later(order, 60, 300),
                    "reason",
                    story.phrase("reasonable-after-all"));
        }
        return story.move(
                clerk,
                "explain",
                story.later(order, 100, 500),
                "visitors",
                story.phrase("visitors"),
                "result",
                story.message().unreasonable() ? story.message().result() : story.phrase("explain"),
                "understood",
                "true");
    }

    /** Returns the call-back, or the rating by the resident. */
    Optional<StoryMove> rating(Order order) {
        var clerk = story.accounts().community(order);
        if (nobodyAnswers) {
            return timesDone(order, "no-contact") < MAX_CALLS
                    ? story.move(
                            clerk,
                            "no-contact",
                            story.later(order, 60, 500),
                            "contact",
                            "phone",
                            "note",
                            story.phrase("no-contact"))
                    : story.move(
                            clerk, "close-unrated", story.later(order, 60, 300), "note", story.phrase("close-unrated"));
        }
        var first = timesDone(order, "rework") == 0;
        var rating = first ? story.plan().rating : story.plan().secondRating;
        var ratingWords = first && !story.message().ratingWords().isEmpty()
                ? story.message().ratingWords()
                : story.phrase(rating);
        if (residentRates) {
            return ResidentPart.rate(story, order, rating, ratingWords);
        }
        return story.move(
                clerk,
                "record-rating",
                story.later(order, 100, 900),
                "contact",
                story.chance(75) ? "phone" : "visit",
                "rating",
                rating,
                "rating-words",
                ratingWords);
    }

    private Optional<StoryMove> report(Order order, Instant at) {
        var note = story.optionalPhrase(40, "report-note");
        return classify(order, "report", at, "words", story.optionalPhrase(60, "report-words"))
                .map(move -> note.isEmpty() ? move : with(move, "note", note));
    }

    private Optional<StoryMove> solve(Order order, Instant at) {
        return classify(order, "solve", at, "result", story.message().result())
                .map(move -> story.chance(60) ? move.withPhoto() : move);
    }

    private Optional<StoryMove> classify(Order order, String action, Instant at, String field, String text) {
        return story.move(
                story.accounts().community(order),
                action,
                at,
                "reasonable",
                story.message()
                        .grade()
                        .filter(grade -> !grade.equals("unreasonable"))
                        .orElseGet(this::grade),
                "category",
                story.message().category(),
                field,
                text);
    }

    private String grade() {
        return story.plan().course == Course.SOLVED_AT_ONCE || story.chance(35) ? "urgent" : "deferrable";
    }

    private static StoryMove with(StoryMove move, String field, String text) {
        var answers = new HashMap<>(move.answers());
        answers.put(field, text);
        return new StoryMove(move.by(), move.action(), answers, move.at(), move.photo());
    }
}
