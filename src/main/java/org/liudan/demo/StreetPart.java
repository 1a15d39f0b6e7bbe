package org.liudan.demo;

import static org.liudan.demo.StoryContext.timesDone;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liudan.demo.StoryPlan.Course;
import org.liudan.demo.StoryPlan.RequestOutcome;
import org.liudan.engine.order.Order;
import org.liudan.engine.order.Seat;
import org.liudan.organisation.Unit;

/** The actions of a street: it places, signs, assigns or dispatches, approves and reviews. */
final class StreetPart {

    private static final Map<String, String> OFFICES = Map.of(
            "livelihood", "affairs",
            "infrastructure", "building",
            "environment", "building",
            "disputes", "safety",
            "petition", "safety");

    private final StoryContext story;
    private final boolean keepsTracking;
    private final boolean sendsBack;
    private final boolean handsBack;
    private final boolean reworks;

    StreetPart(StoryContext story) {
        this.story = story;
        this.keepsTracking = story.chance(12);
        this.sendsBack = story.chance(4);
        this.handsBack = story.chance(5);
        this.reworks = story.chance(65);
    }

    Optional<StoryMove> placing(Order order) {
        return story.move(
                story.accounts().dispatcher(order),
                "place",
                story.promptly(order, "place", 20, 150),
                "region",
                story.community());
    }

    Optional<StoryMove> signing(Order order) {
        var at = story.promptly(order, "sign", 15, 200);
        var dispatcher = story.accounts().dispatcher(order);
        return sendsBack && timesDone(order, "send-back") == 0
                ? story.move(dispatcher, "send-back", at, "reason", story.phrase("send-back"))
                : story.move(dispatcher, "sign", at, "words", story.optionalPhrase(50, "sign"));
    }

    Optional<StoryMove> tracking(Order order) {
        var at = timesDone(order, "return") > 0 ? story.later(order, 60, 400) : story.later(order, 60, 900);
        var day = story.calendar().dayOf(at).toString();
        var dispatcher = story.accounts().dispatcher(order);
        if (keepsTracking && timesDone(order, "keep-on") == 0) {
            return story.move(dispatcher, "keep-on", at, "note", story.phrase("keep-on"), "meeting", day);
        }
        if (story.plan().course == Course.STREET && timesDone(order, "hand-back") == 0) {
            return story.move(
                    dispatcher,
                    "assign",
                    at,
                    "office",
                    office(order),
                    "responsible",
                    story.phrase("responsible"),
                    "days",
                    Math.round(Math.ceil(story.plan().workingDays()))
                            + story.random().nextInt(2),
                    "note",
                    story.optionalPhrase(40, "assign"));
        }
        return story.move(
                dispatcher,
                "dispatch",
                at,
                "department",
                department(order),
                "agreed-with",
                story.optionalPhrase(60, "agreed"),
                "meeting",
                story.chance(50) ? day : "",
                "note",
                story.optionalPhrase(40, "dispatch"));
    }

    Optional<StoryMove> streetWork(Order order) {
        var handler = story.accounts().holder(order);
        if (handsBack && timesDone(order, "hand-back") == 0) {
            return story.move(handler, "hand-back", story.later(order, 100, 400), "reason", story.phrase("hand-back"));
        }
        if (timesDone(order, "progress") == 0 && story.plan().workingDays() > 2 && timesDone(order, "rework") == 0) {
            return story.move(handler, "progress", story.later(order, 100, 500), "note", story.phrase("progress"));
        }
        var started = order.clock("handle").orElseThrow().startedAt();
        var at = timesDone(order, "rework") > 0
                ? story.later(order, 200, 900)
                : StoryContext.latest(story.after(started, story.plan().work), story.later(order, 10, 60));
        return story.move(
                        handler,
                        "finish-in-street",
                        at,
                        "result",
                        story.message().result())
                .map(move -> story.chance(80) ? move.withPhoto() : move);
    }

    Optional<StoryMove> extension(Order order) {
        var secretary = story.accounts().officer(order, "street", "secretary");
        var at = story.promptly(order, "approve", 60, 350);
        return story.plan().extension == RequestOutcome.GRANTED
                ? story.move(
                        secretary,
                        "grant-extension",
                        at,
                        "note",
                        story.phrase("grant-extension"),
                        "words",
                        story.optionalPhrase(60, "grant-extension-words"))
                : story.move(secretary, "refuse-extension", at, "reason", story.phrase("refuse-extension"));
    }

    Optional<StoryMove> reviewing(Order order) {
        var dispatcher = story.accounts().dispatcher(order);
        var at = story.promptly(order, "review", 100, 600);
        return reworks && timesDone(order, "rework") == 0
                ? story.move(
                        dispatcher,
                        "rework",
                        at,
                        "reason",
                        story.phrase("rework"),
                        "days",
                        3 + story.random().nextInt(3))
                : story.move(dispatcher, "uphold", at, "words", story.phrase("uphold"));
    }

    /** Returns the right department; for an order that will be returned, first a wrong one. */
    private String department(Order order) {
        var proposed = story.accounts()
                .directory()
                .proposedFor(story.message().category())
                .map(Unit::code);
        if (proposed.isPresent() && timesDone(order, "return") >= story.plan().returns) {
            return proposed.get();
        }
        var wrongDepartments = story.accounts().directory().ofKind("department").stream()
                .map(Unit::code)
                .filter(code -> !proposed.equals(Optional.of(code)))
                .toList();
        return wrongDepartments.get(story.random().nextInt(wrongDepartments.size()));
    }

    private String office(Order order) {
        var street = order.parties().getOrDefault("street", "");
        var offices = offices(street);
        var suffix = story.plan().brisk() && story.chance(60)
                ? "affairs"
                : OFFICES.getOrDefault(story.message().group(), "affairs");
        return offices.stream()
                .filter(code -> code.endsWith(suffix))
                .findFirst()
                .orElseGet(() -> offices.get(0));
    }

    private List<String> offices(String street) {
        return story.accounts().directory().ofKind("office").stream()
                .filter(unit -> unit.parent().equals(street))
                .map(Unit::code)
                .filter(code -> story.accounts().accounts().containsKey(new Seat(code, "handler")))
                .toList();
    }
}
