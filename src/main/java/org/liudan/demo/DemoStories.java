package org.liudan.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.liudan.organisation.Directory;
import org.liudan.organisation.Unit;

/** Which message becomes which story: most are told to their end, some are left open at every step. */
final class DemoStories {

    /** How many of a thousand are to be found at each step, so that every desk has something to do. */
    private static final Map<String, Integer> OPEN = open();

    private static final Set<String> AT_DEPARTMENT = Set.of(
            "accepting", "handling", "limit-setting", "extension-asked", "hang-up-asked", "hung-up", "refereeing");
    private static final String SHOWN = "city-management";
    private static final int FEW = 2;

    /**
     * One story to tell.
     *
     * @param fromEnd 0 for the last one, which is told to its end
     * @param halt the step at which it is left open
     * @param shown true when it is to lie on the desks of the demonstration accounts
     */
    record Story(int number, int fromEnd, SampleMessage message, Optional<String> halt, boolean shown) {}

    private final Deque<SampleMessage> shown = new ArrayDeque<>();
    private final Deque<SampleMessage> unreasonable = new ArrayDeque<>();
    private final Deque<SampleMessage> others = new ArrayDeque<>();
    private final List<Story> stories = new ArrayList<>();
    private final int count;

    private DemoStories(SampleMessages messages, int most, Directory directory, Random lots) {
        var shuffled = new ArrayList<>(messages.all());
        Collections.shuffle(shuffled, lots);
        var chosen = shuffled.subList(0, Math.min(most, shuffled.size()));
        this.count = chosen.size();
        Predicate<SampleMessage> ofShown = message -> directory
                .proposedFor(message.category())
                .map(Unit::code)
                .filter(SHOWN::equals)
                .isPresent();
        chosen.forEach(message ->
                (message.unreasonable() ? unreasonable : ofShown.test(message) ? shown : others).add(message));
        OPEN.forEach((step, share) -> leaveOpen(step, Math.max(FEW, share * chosen.size() / 1_000), lots));
        List.of(shown, unreasonable, others)
                .forEach(rest -> rest.forEach(message -> add(message, Optional.empty(), false)));
    }

    static List<Story> of(SampleMessages messages, int most, Directory directory, Random lots) {
        return List.copyOf(new DemoStories(messages, most, directory, lots).stories);
    }

    private void leaveOpen(String step, int count, Random lots) {
        for (int i = 0; i < count; i++) {
            var onShow = i < FEW || lots.nextInt(100) < 60;
            draw(step, onShow && AT_DEPARTMENT.contains(step))
                    .ifPresent(message -> add(message, Optional.of(step), onShow));
        }
    }

    private Optional<SampleMessage> draw(String step, boolean ofShown) {
        if (step.equals("explaining") && !unreasonable.isEmpty()) {
            return Optional.of(unreasonable.remove());
        }
        return Optional.ofNullable((ofShown && !shown.isEmpty() ? shown : others).poll());
    }

    private void add(SampleMessage message, Optional<String> halt, boolean onShow) {
        stories.add(new Story(stories.size(), count - 1 - stories.size(), message, halt, onShow));
    }

    private static Map<String, Integer> open() {
        var open = new LinkedHashMap<String, Integer>();
        open.put("placing", 5);
        open.put("triage", 11);
        open.put("solving", 7);
        open.put("explaining", 5);
        open.put("signing", 8);
        open.put("tracking", 11);
        open.put("street-work", 11);
        open.put("accepting", 11);
        open.put("handling", 20);
        open.put("limit-setting", 6);
        open.put("extension-asked", 6);
        open.put("hang-up-asked", 5);
        open.put("hung-up", 6);
        open.put("refereeing", 5);
        open.put("rating", 13);
        open.put("reviewing", 6);
        return Collections.unmodifiableMap(open);
    }
}
