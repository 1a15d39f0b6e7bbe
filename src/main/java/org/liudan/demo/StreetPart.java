package org.liudan.demo;

import static org.liudan.demo.Stage.did;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liudan.demo.Plot.Asked;
import org.liudan.demo.Plot.Course;
import org.liudan.engine.order.Order;
import org.liudan.engine.order.Seat;
import org.liudan.organisation.Unit;

/** What a street does: places, signs, sorts, assigns or dispatches, approves and reviews. */
final class StreetPart {

    private static final Map<String, String> OFFICES = Map.of(
            "livelihood", "affairs",
            "infrastructure", "building",
            "environment", "building",
            "disputes", "safety",
            "petition", "safety");

    private final Stage stage;
    private final boolean keepsOn;
    private final boolean sendsBack;
    private final boolean handsBack;
    private final boolean reworks;

    StreetPart(Stage stage) {
        this.stage = stage;
        this.keepsOn = stage.chance(12);
        this.sendsBack = stage.chance(4);
        this.handsBack = stage.chance(5);
        this.reworks = stage.chance(65);
    }

    Optional<StoryMove> placing(Order order) {
        return stage.move(
                stage.cast().dispatcher(order),
                "place",
                stage.promptly(order, "place", 20, 150),
                "region",
                stage.community());
    }

    Optional<StoryMove> signing(Order order) {
        var at = stage.promptly(order, "sign", 15, 200);
        var dispatcher = stage.cast().dispatcher(order);
        return sendsBack && did(order, "send-back") == 0
                ? stage.move(dispatcher, "send-back", at, "reason", stage.say("send-back"))
                : stage.move(dispatcher, "sign", at, "words", stage.perhaps(50, "sign"));
    }

    Optional<StoryMove> tracking(Order order) {
        var at = did(order, "return") > 0 ? stage.later(order, 60, 400) : stage.later(order, 60, 900);
        var day = stage.calendar().dayOf(at).toString();
        var dispatcher = stage.cast().dispatcher(order);
        if (keepsOn && did(order, "keep-on") == 0) {
            return stage.move(dispatcher, "keep-on", at, "note", stage.say("keep-on"), "meeting", day);
        }
        if (stage.plot().course == Course.STREET && did(order, "hand-back") == 0) {
            return stage.move(
                    dispatcher,
                    "assign",
                    at,
                    "office",
                    office(order),
                    "responsible",
                    stage.say("responsible"),
                    "days",
                    Math.round(Math.ceil(stage.plot().workingDays()))
                            + stage.lots().nextInt(2),
                    "note",
                    stage.perhaps(40, "assign"));
        }
        return stage.move(
                dispatcher,
                "dispatch",
                at,
                "department",
                department(order),
                "agreed-with",
                stage.perhaps(60, "agreed"),
                "meeting",
                stage.chance(50) ? day : "",
                "note",
                stage.perhaps(40, "dispatch"));
    }

    Optional<StoryMove> streetWork(Order order) {
        var handler = stage.cast().holder(order);
        if (handsBack && did(order, "hand-back") == 0) {
            return stage.move(handler, "hand-back", stage.later(order, 100, 400), "reason", stage.say("hand-back"));
        }
        if (did(order, "progress") == 0 && stage.plot().workingDays() > 2 && did(order, "rework") == 0) {
            return stage.move(handler, "progress", stage.later(order, 100, 500), "note", stage.say("progress"));
        }
        var started = order.clock("handle").orElseThrow().startedAt();
        var at = did(order, "rework") > 0
                ? stage.later(order, 200, 900)
                : Stage.latest(stage.after(started, stage.plot().work), stage.later(order, 10, 60));
        return stage.move(
                        handler,
                        "finish-in-street",
                        at,
                        "result",
                        stage.message().result())
                .map(move -> stage.chance(80) ? move.withPhoto() : move);
    }

    Optional<StoryMove> extension(Order order) {
        var secretary = stage.cast().of(order, "street", "secretary");
        var at = stage.promptly(order, "approve", 60, 350);
        return stage.plot().extension == Asked.GRANTED
                ? stage.move(
                        secretary,
                        "grant-extension",
                        at,
                        "note",
                        stage.say("grant-extension"),
                        "words",
                        stage.perhaps(60, "grant-extension-words"))
                : stage.move(secretary, "refuse-extension", at, "reason", stage.say("refuse-extension"));
    }

    Optional<StoryMove> reviewing(Order order) {
        var dispatcher = stage.cast().dispatcher(order);
        var at = stage.promptly(order, "review", 100, 600);
        return reworks && did(order, "rework") == 0
                ? stage.move(
                        dispatcher,
                        "rework",
                        at,
                        "reason",
                        stage.say("rework"),
                        "days",
                        3 + stage.lots().nextInt(3))
                : stage.move(dispatcher, "uphold", at, "words", stage.say("uphold"));
    }

    /** The first one or two dispatches of what will be returned go to the wrong door. */
    private String department(Order order) {
        var right =
                stage.cast().directory().proposedFor(stage.message().category()).map(Unit::code);
        if (right.isPresent() && did(order, "return") >= stage.plot().returns) {
            return right.get();
        }
        var doors = stage.cast().directory().ofKind("department").stream()
                .map(Unit::code)
                .filter(code -> !right.equals(Optional.of(code)))
                .toList();
        return doors.get(stage.lots().nextInt(doors.size()));
    }

    private String office(Order order) {
        var street = order.parties().getOrDefault("street", "");
        var offices = offices(street);
        var wanted = stage.plot().brisk() && stage.chance(60)
                ? "affairs"
                : OFFICES.getOrDefault(stage.message().group(), "affairs");
        return offices.stream()
                .filter(code -> code.endsWith(wanted))
                .findFirst()
                .orElseGet(() -> offices.get(0));
    }

    private List<String> offices(String street) {
        return stage.cast().directory().ofKind("office").stream()
                .filter(unit -> unit.parent().equals(street))
                .map(Unit::code)
                .filter(code -> stage.cast().accounts().containsKey(new Seat(code, "handler")))
                .toList();
    }
}
