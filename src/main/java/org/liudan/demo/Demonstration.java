package org.liudan.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.liudan.calendar.WorkingCalendar;
import org.liudan.demo.DemoStories.Story;
import org.liudan.geo.RegionShapes;
import org.liudan.geo.Shape;
import org.liudan.geo.Shapes;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.organisation.Directories;
import org.liudan.organisation.Directory;
import org.liudan.settings.Calendars;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fills the demonstration district with half a year of orders and subjects, all written through the order desk. */
@Component
public class Demonstration {

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);
    private static final long SEED = 431_271;
    private static final int THREADS = 6;

    /**
     * The result of loading.
     *
     * @param source the source of the messages
     * @param orders the number of orders of residents
     * @param refusals the attempts that the engine refused; each is a bug in the demonstration
     */
    public record Loaded(String source, int orders, List<String> refusals) {}

    private final OrderDesk desk;
    private final Directories directories;
    private final Calendars calendars;
    private final Shapes shapes;
    private final RegionShapes regionShapes;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Path messages;
    private final int maxOrders;

    Demonstration(
            OrderDesk desk,
            Directories directories,
            Calendars calendars,
            Shapes shapes,
            RegionShapes regionShapes,
            JdbcClient jdbc,
            Clock clock,
            @Value("${liudan.demo.messages:../shared/data/hunan-messages}") String messages,
            @Value("${liudan.demo.orders:1200}") int maxOrders) {
        this.desk = desk;
        this.directories = directories;
        this.calendars = calendars;
        this.shapes = shapes;
        this.regionShapes = regionShapes;
        this.jdbc = jdbc;
        this.clock = clock;
        this.messages = Path.of(messages);
        this.maxOrders = maxOrders;
    }

    /** Loads the demonstration if the district has no orders yet. */
    public void loadOnce() {
        var empty = jdbc.sql("select not exists (select from orders where district_id = :district)")
                .param("district", directories.district())
                .query(Boolean.class)
                .single();
        if (empty) {
            load();
        }
    }

    /** Loads the demonstration, also when there are orders already. */
    public Loaded load() {
        return load(SampleMessages.from(messages, calendars.current()), maxOrders);
    }

    Loaded load(SampleMessages source, int limit) {
        var started = System.nanoTime();
        var directory = directories.current();
        var stories = DemoStories.of(source, limit, directory, new Random(SEED));
        LOG.info(
                "正在载入演示数据：{} 件诉求，来自 {} / Loading the demonstration: {} orders from {}",
                stories.size(),
                source.source(),
                stories.size(),
                source.source());
        var context = new DemoContext(
                DemoAccounts.officer(directory, jdbc),
                calendars.current(),
                new Places(directory, installShapes(directory)),
                Phrases.ofClasspath(),
                new Photos(jdbc, directory.district()),
                clock.instant());
        var refusals = new ArrayList<>(runStories(stories, context));
        refusals.addAll(
                runAll(new SubjectStories(desk, context.accounts(), context.calendar(), context.places(), context.now())
                        .all()));
        refusals.addAll(
                new DistrictEvents(desk, context.accounts(), context.calendar(), directory, context.now()).run());
        refusals.forEach(refusal -> LOG.error("The demonstration's script is wrong: {}", refusal));
        var took = Duration.ofNanos(System.nanoTime() - started).toMillis() / 1000.0;
        LOG.info("演示数据已载入，用时 {} 秒 / The demonstration was loaded in {} s", took, took);
        return new Loaded(source.source(), stories.size(), List.copyOf(refusals));
    }

    /** Makes the invented shapes and puts them in force; uploaded shapes stay. */
    private DemoShapes installShapes(Directory directory) {
        var outline = shapes.all().stream()
                .filter(shape -> directory.streets().stream()
                        .anyMatch(street -> street.parent().equals(shape.region())))
                .map(Shape::geometry)
                .findFirst();
        var demoShapes = DemoShapes.of(directory, outline);
        regionShapes.installBundled(demoShapes.shapes(), DemoShapes.SOURCE);
        return demoShapes;
    }

    /** The data that all stories share. */
    private record DemoContext(
            DemoAccounts accounts,
            WorkingCalendar calendar,
            Places places,
            Phrases phrases,
            Photos photos,
            Instant now) {}

    private List<String> runStories(List<Story> stories, DemoContext context) {
        // sorted by start, so that a later order has a higher number
        return runAll(stories.stream()
                .map(story -> pendingStory(story, context))
                .sorted(Comparator.comparing(pending -> pending.start().at()))
                .map(pending -> pending.task(desk.nextId()))
                .toList());
    }

    /** Runs all tasks in parallel and returns the refusals. */
    private static List<String> runAll(List<Callable<Optional<String>>> tasks) {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var refusals = new ArrayList<String>();
            for (var result : threads.invokeAll(tasks)) {
                result.get().ifPresent(refusals::add);
            }
            return refusals;
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while loading the demonstration", interruption);
        } catch (ExecutionException failure) {
            throw new IllegalStateException("The demonstration can't be loaded", failure.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** A story that has not been run yet. */
    private record PendingStory(StoryRunner runner, StoryStart start) {

        Callable<Optional<String>> task(long id) {
            return () -> runner.run(start, id);
        }
    }

    private PendingStory pendingStory(Story story, DemoContext context) {
        var random = new Random(SEED + 7919L * story.number());
        var dates = new StoryDates(context.calendar(), context.now());
        var storyContext = new StoryContext(
                new StoryPlan(story.message(), story.openAt(), random),
                story.message(),
                story.forDemoAccounts()
                        ? context.places().first()
                        : context.places().community(story.fromEnd(), random),
                context.accounts(),
                context.calendar(),
                context.phrases(),
                random);
        var at = storyContext.plan().hurried()
                ? dates.today(random)
                : story.openAt().map(step -> dates.startFor(step, random)).orElseGet(() -> dates.randomTime(random));
        return new PendingStory(
                new StoryRunner(desk, context.photos(), storyContext, context.now()),
                StoryStart.of(storyContext, context.places(), dates, at));
    }
}
