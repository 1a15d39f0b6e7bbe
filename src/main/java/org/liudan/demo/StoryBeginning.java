package org.liudan.demo;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.liudan.engine.decision.Attempt;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Seat;

/** How an order is raised: by the resident on the web, or by somebody who registers what was said. */
record StoryBeginning(Attempt attempt, Instant at, boolean photo) {

    private static final List<String> CHANNELS = List.of(
            "web",
            "web",
            "web",
            "web",
            "web",
            "chat-group",
            "chat-group",
            "chat-group",
            "phone",
            "phone",
            "visit",
            "visit",
            "hall",
            "letter");
    private static final int TITLE = 60;

    static StoryBeginning of(Stage stage, Places places, Diary diary, Instant at) {
        var lots = stage.lots();
        var channel = stage.message().channel().orElseGet(() -> CHANNELS.get(lots.nextInt(CHANNELS.size())));
        var answers = told(stage, places);
        if (channel.equals("web")) {
            answers.put("point", places.point(stage.community(), new Random(at.toEpochMilli())));
            return new StoryBeginning(new Attempt("raise", new Actor.Resident(), answers), at, stage.chance(25));
        }
        var registered = stage.plot().brisk() ? at : diary.atWork(at, lots);
        answers.put("channel", channel);
        answers.put("happened", stage.calendar().dayOf(at).toString());
        answers.put("situation", stage.perhaps(30, "situation"));
        return new StoryBeginning(
                new Attempt("register", registrar(stage, answers, channel), answers), registered, stage.chance(15));
    }

    private static Map<String, Object> told(Stage stage, Places places) {
        var lots = stage.lots();
        var answers = new HashMap<String, Object>();
        var message = stage.message();
        answers.put(
                "title",
                message.title().length() <= TITLE
                        ? message.title()
                        : message.title().substring(0, TITLE));
        answers.put("content", message.text());
        answers.put(
                "region",
                stage.plot().placing() ? places.streetOf(stage.community()) : whereItWasThought(stage, places));
        answers.put("place", stage.perhaps(60, "place"));
        if (stage.chance(40)) {
            answers.put("category", message.category());
        }
        var anonymous = stage.chance(8);
        if (anonymous) {
            answers.put("anonymous", true);
        } else {
            answers.put("person", stage.say("surname") + stage.say("address"));
        }
        if (stage.chance(anonymous ? 50 : 92)) {
            answers.put("phone", "1990000%04d".formatted(lots.nextInt(10_000)));
        }
        return answers;
    }

    /** Mostly the right community. */
    private static String whereItWasThought(Stage stage, Places places) {
        return !stage.plot().brisk() && stage.chance(4)
                ? places.community(Integer.MAX_VALUE, stage.lots())
                : stage.community();
    }

    private static Actor registrar(Stage stage, Map<String, Object> answers, String channel) {
        var inStreet = channel.equals("hall")
                || channel.equals("letter")
                || stage.plot().placing();
        var region = answers.getOrDefault("region", "").toString();
        var unit = stage.cast()
                .directory()
                .ofRegion(region, inStreet ? "street" : "community")
                .orElseThrow();
        return stage.cast().in(new Seat(unit, inStreet ? "dispatcher" : "clerk"));
    }
}
