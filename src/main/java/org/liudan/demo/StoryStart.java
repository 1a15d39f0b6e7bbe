package org.liudan.demo;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.liudan.engine.decision.Attempt;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Seat;

/** How the order of a story is raised: by the resident on the web, or by an officer who registers the matter. */
record StoryStart(Attempt attempt, Instant at, boolean photo) {

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
    private static final int MAX_TITLE = 60;

    static StoryStart of(StoryContext story, Places places, StoryDates dates, Instant at) {
        var random = story.random();
        var channel = story.message().channel().orElseGet(() -> CHANNELS.get(random.nextInt(CHANNELS.size())));
        var answers = answers(story, places);
        if (channel.equals("web")) {
            answers.put("point", places.point(story.community(), new Random(at.toEpochMilli())));
            return new StoryStart(new Attempt("raise", new Actor.Resident(), answers), at, story.chance(25));
        }
        var registered = story.plan().brisk() ? at : dates.nextWorkingTime(at, random);
        answers.put("channel", channel);
        answers.put("happened", story.calendar().dayOf(at).toString());
        answers.put("situation", story.optionalPhrase(30, "situation"));
        return new StoryStart(
                new Attempt("register", registrar(story, answers, channel), answers), registered, story.chance(15));
    }

    private static Map<String, Object> answers(StoryContext story, Places places) {
        var random = story.random();
        var answers = new HashMap<String, Object>();
        var message = story.message();
        answers.put(
                "title",
                message.title().length() <= MAX_TITLE
                        ? message.title()
                        : message.title().substring(0, MAX_TITLE));
        answers.put("content", message.text());
        answers.put(
                "region",
                story.plan().placing() ? places.streetOf(story.community()) : assumedCommunity(story, places));
        answers.put("place", story.optionalPhrase(60, "place"));
        if (story.chance(40)) {
            answers.put("category", message.category());
        }
        var anonymous = story.chance(8);
        if (anonymous) {
            answers.put("anonymous", true);
        } else {
            answers.put("person", story.phrase("surname") + story.phrase("address"));
        }
        if (story.chance(anonymous ? 50 : 92)) {
            answers.put("phone", "1990000%04d".formatted(random.nextInt(10_000)));
        }
        return answers;
    }

    /** Returns the community that the resident names; it is the right one in most cases. */
    private static String assumedCommunity(StoryContext story, Places places) {
        return !story.plan().brisk() && story.chance(4)
                ? places.community(Integer.MAX_VALUE, story.random())
                : story.community();
    }

    private static Actor registrar(StoryContext story, Map<String, Object> answers, String channel) {
        var inStreet = channel.equals("hall")
                || channel.equals("letter")
                || story.plan().placing();
        var region = answers.getOrDefault("region", "").toString();
        var unit = story.accounts()
                .directory()
                .ofRegion(region, inStreet ? "street" : "community")
                .orElseThrow();
        return story.accounts().officer(new Seat(unit, inStreet ? "dispatcher" : "clerk"));
    }
}
