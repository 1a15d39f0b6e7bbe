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

/** Fills the demonstration district with half a year of orders and of subjects on its registers, all through the order desk. */
@Component
public class Demonstration {

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);
    private static final long SEED = 431_271;
    private static final int THREADS = 6;

    /**
     * What was loaded.
     *
     * @param source where the messages came from
     * @param refusals attempts that the engine refused; each is a fault of the script
     */
    public record Loaded(String source, int orders, List<String> refusals) {}

    private final OrderDesk desk;
    private final Directories directories;
    private final Calendars calendars;
    private final Shapes shapes;
    private final RegionShapes kept;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Path messages;
    private final int most;

    Demonstration(
            OrderDesk desk,
            Directories directories,
            Calendars calendars,
            Shapes shapes,
            RegionShapes kept,
            JdbcClient jdbc,
            Clock clock,
            @Value("${liudan.demo.messages:../shared/data/hunan-messages}") String messages,
            @Value("${liudan.demo.orders:1200}") int most) {
        this.desk = desk;
        this.directories = directories;
        this.calendars = calendars;
        this.shapes = shapes;
        this.kept = kept;
        this.jdbc = jdbc;
        this.clock = clock;
        this.messages = Path.of(messages);
        this.most = most;
    }

    /** Loads it if the district has no orders yet. */
    public void loadOnce() {
        var empty = jdbc.sql("select not exists (select from orders where district_id = :district)")
                .param("district", directories.district())
                .query(Boolean.class)
                .single();
        if (empty) {
            load();
        }
    }

    /** Loads it, whatever orders there are. */
    public Loaded load() {
        return load(SampleMessages.from(messages, calendars.current()), most);
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
        var scene = new Scene(
                Cast.of(directory, jdbc),
                calendars.current(),
                new Places(directory, drawn(directory)),
                Phrases.ofClasspath(),
                new Photos(jdbc, directory.district()),
                clock.instant());
        var refusals = new ArrayList<>(tell(stories, scene));
        refusals.addAll(together(new Rounds(desk, scene.cast(), scene.calendar(), scene.places(), scene.now()).all()));
        refusals.addAll(new Occasions(desk, scene.cast(), scene.calendar(), directory, scene.now()).tell());
        refusals.forEach(refusal -> LOG.error("The demonstration's script is wrong: {}", refusal));
        var took = Duration.ofNanos(System.nanoTime() - started).toMillis() / 1000.0;
        LOG.info("演示数据已载入，用时 {} 秒 / The demonstration was loaded in {} s", took, took);
        return new Loaded(source.source(), stories.size(), List.copyOf(refusals));
    }

    /** The made-up borders, in force but for those that somebody has uploaded. */
    private DemoGround drawn(Directory directory) {
        var outline = shapes.all().stream()
                .filter(shape -> directory.streets().stream()
                        .anyMatch(street -> street.parent().equals(shape.region())))
                .map(Shape::geometry)
                .findFirst();
        var ground = DemoGround.of(directory, outline);
        kept.installBundled(ground.shapes(), DemoGround.SOURCE);
        return ground;
    }

    /** What all stories have in common. */
    private record Scene(
            Cast cast, WorkingCalendar calendar, Places places, Phrases phrases, Photos photos, Instant now) {}

    private List<String> tell(List<Story> stories, Scene scene) {
        // in the order they begin, so that a later order has a higher number, as in life
        return together(stories.stream()
                .map(story -> opening(story, scene))
                .sorted(Comparator.comparing(opening -> opening.beginning().at()))
                .map(opening -> opening.numbered(desk.nextId()))
                .toList());
    }

    /** Tells all of it, several at a time, and answers what was refused. */
    private static List<String> together(List<Callable<Optional<String>>> telling) {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var refusals = new ArrayList<String>();
            for (var told : threads.invokeAll(telling)) {
                told.get().ifPresent(refusals::add);
            }
            return refusals;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while loading the demonstration", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The demonstration can't be loaded", failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** How a story begins, and who goes on telling it. */
    private record Opening(StoryTeller telling, StoryBeginning beginning) {

        Callable<Optional<String>> numbered(long id) {
            return () -> telling.tell(beginning, id);
        }
    }

    private Opening opening(Story story, Scene scene) {
        var lots = new Random(SEED + 7919L * story.number());
        var diary = new Diary(scene.calendar(), scene.now());
        var stage = new Stage(
                new Plot(story.message(), story.halt(), lots),
                story.message(),
                story.shown() ? scene.places().first() : scene.places().community(story.fromEnd(), lots),
                scene.cast(),
                scene.calendar(),
                scene.phrases(),
                lots);
        var at = stage.plot().hurried()
                ? diary.today(lots)
                : story.halt().map(step -> diary.leadingTo(step, lots)).orElseGet(() -> diary.anyTime(lots));
        return new Opening(
                new StoryTeller(desk, scene.photos(), stage, scene.now()),
                StoryBeginning.of(stage, scene.places(), diary, at));
    }
}
