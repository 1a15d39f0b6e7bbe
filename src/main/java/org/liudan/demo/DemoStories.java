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

/** Makes a story of each message. Most stories run until their order is closed; some stay open, at every step. */
final class DemoStories {

    /** The number of open orders at each step per thousand orders, so that every account has something to do. */
    private static final Map<String, Integer> OPEN_PER_THOUSAND = open();

    private static final Set<String> AT_DEPARTMENT = Set.of(
            "accepting", "handling", "limit-setting", "extension-asked", "hang-up-asked", "hung-up", "refereeing");
    /** The department of the demonstration accounts. */
    private static final String DEMO_DEPARTMENT = "city-management";
    /** The minimum number of open orders at each step. */
    private static final int MIN_OPEN = 2;

    /**
     * One story.
     *
     * @param fromEnd the number of stories after this one
     * @param openAt the step at which its order stays open; empty when it runs to its end
     * @param forDemoAccounts true when the demonstration accounts must have a part in it
     */
    record Story(int number, int fromEnd, SampleMessage message, Optional<String> openAt, boolean forDemoAccounts) {}

    private final Deque<SampleMessage> ofDemoDepartment = new ArrayDeque<>();
    private final Deque<SampleMessage> unreasonable = new ArrayDeque<>();
    private final Deque<SampleMessage> others = new ArrayDeque<>();
    private final List<Story> stories = new ArrayList<>();
    private final int count;

    private DemoStories(SampleMessages messages, int limit, Directory directory, Random random) {
        var shuffled = new ArrayList<>(messages.all());
        Collections.shuffle(shuffled, random);
        var chosen = shuffled.subList(0, Math.min(limit, shuffled.size()));
        this.count = chosen.size();
        Predicate<SampleMessage> isOfDemoDepartment = message -> directory
                .proposedFor(message.category())
                .map(Unit::code)
                .filter(DEMO_DEPARTMENT::equals)
                .isPresent();
        chosen.forEach(message -> (message.unreasonable()
                        ? unreasonable
                        : isOfDemoDepartment.test(message) ? ofDemoDepartment : others)
                .add(message));
        OPEN_PER_THOUSAND.forEach(
                (step, share) -> leaveOpen(step, Math.max(MIN_OPEN, share * chosen.size() / 1_000), random));
        List.of(ofDemoDepartment, unreasonable, others)
                .forEach(rest -> rest.forEach(message -> add(message, Optional.empty(), false)));
    }

    /** Makes at most {@code limit} stories. */
    static List<Story> of(SampleMessages messages, int limit, Directory directory, Random random) {
        return List.copyOf(new DemoStories(messages, limit, directory, random).stories);
    }

    private void leaveOpen(String step, int count, Random random) {
        for (int added = 0; added < count; added++) {
            var forDemoAccounts = added < MIN_OPEN || random.nextInt(100) < 60;
            draw(step, forDemoAccounts && AT_DEPARTMENT.contains(step))
                    .ifPresent(message -> add(message, Optional.of(step), forDemoAccounts));
        }
    }

    private Optional<SampleMessage> draw(String step, boolean preferDemoDepartment) {
        if (step.equals("explaining") && !unreasonable.isEmpty()) {
            return Optional.of(unreasonable.remove());
        }
        return Optional.ofNullable(
                (preferDemoDepartment && !ofDemoDepartment.isEmpty() ? ofDemoDepartment : others).poll());
    }

    private void add(SampleMessage message, Optional<String> openAt, boolean forDemoAccounts) {
        stories.add(new Story(stories.size(), count - 1 - stories.size(), message, openAt, forDemoAccounts));
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
