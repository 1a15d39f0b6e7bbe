package org.liudan.rulebook;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.Method;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The methods in force and all their earlier versions. An order is always handled by the version it was raised under. */
@Component
public class Rulebook {

    private static final String LATEST = """
            select method, max(version) as version
            from method_version
            where district_id = :district
            group by method
            order by method
            """;
    private static final String TEXT = """
            select text
            from method_version
            where district_id = :district and method = :method and version = :version
            """;
    private static final String PUBLISH = """
            insert into method_version (district_id, method, version, text, published_at, published_by)
            values (:district, :method, :version, :text, :at, :by)
            on conflict do nothing
            """;
    /** How long another process may go on by a version that is no longer the latest. */
    private static final Duration UNNOTICED = Duration.ofSeconds(1);

    private record Key(int district, String method, int version) {}

    private record Latest(String method, int version) {}

    private record Known(Map<String, Integer> latest, long readAt) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String main;
    private final Set<String> posts = RulebookLists.posts().keySet();
    private final Map<Key, Method> read = new ConcurrentHashMap<>();
    private final Map<Integer, Known> known = new ConcurrentHashMap<>();

    Rulebook(JdbcClient jdbc, Clock clock, @Value("${liudan.main-method}") String main) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.main = main;
    }

    /**
     * Puts a method that the product ships in force unless its latest version is this text already.
     *
     * @throws RulebookFaults if it has faults; then nothing changes
     */
    public Method publish(int district, String file, String text) {
        return publish(district, Map.of(file, text)).get(0);
    }

    /**
     * Puts methods that the product ships in force together, which may speak of each other; one whose latest version is its
     * text already stays.
     *
     * @param files texts by file name
     * @throws RulebookFaults with all faults; then nothing changes
     */
    public List<Method> publish(int district, Map<String, String> files) {
        var together = new CrossMethodCheck(posts, published(district));
        var readings = new LinkedHashMap<String, Method>();
        files.forEach(
                (file, text) -> together.read(file, text).method().ifPresent(method -> readings.put(text, method)));
        refuse(together.faults());
        var published = new ArrayList<Method>();
        readings.forEach((text, method) -> published.add(store(district, method, text)));
        return published;
    }

    private Method store(int district, Method method, String text) {
        int over = latest(district, method.id());
        if (over == 0 || !text(district, method.id(), over).equals(text)) {
            insert(new Key(district, method.id(), over + 1), text, null);
        }
        known.remove(district);
        return current(district, method.id());
    }

    /**
     * A text that somebody wants in force.
     *
     * @param over the version that it is meant to follow, 0 for a method that is new
     */
    public record Wish(String file, String text, int over, String account) {}

    /**
     * Puts somebody's text in force; empty if another version has been published since the one they have seen.
     *
     * @throws RulebookFaults if it has faults; then nothing changes
     */
    public Optional<Method> publish(int district, Wish wish) {
        var reading = read(district, wish.file(), wish.text());
        var method = reading.method().orElseThrow(() -> new RulebookFaults(reading.faults()));
        known.remove(district);
        boolean followed = latest(district, method.id()) == wish.over()
                && insert(new Key(district, method.id(), wish.over() + 1), wish.text(), wish.account());
        known.remove(district);
        // nothing is remembered of a version before it is committed
        return followed ? Optional.of(method.as(wish.over() + 1)) : Optional.empty();
    }

    /** Reads a method file beside the methods in force: the method, or all that is wrong with it, line by line. */
    public MethodReader.Reading read(int district, String file, String text) {
        var together = new CrossMethodCheck(posts, published(district));
        var reading = together.read(file, text);
        var faults = together.faults().stream()
                .sorted(Comparator.comparingInt(RulebookFault::line))
                .toList();
        return faults.isEmpty() ? reading : new MethodReader.Reading(Optional.empty(), faults, List.of());
    }

    /** What is wrong with a method file beside the methods in force; nothing when it will do. */
    public List<RulebookFault> check(int district, String file, String text) {
        return read(district, file, text).faults();
    }

    /** What is wrong with files that are read together and with nothing else; by their names. */
    public static List<RulebookFault> check(Map<String, String> files) {
        var together = new CrossMethodCheck(RulebookLists.posts().keySet(), List.of());
        files.forEach(together::read);
        return together.faults();
    }

    private static void refuse(List<RulebookFault> faults) {
        if (!faults.isEmpty()) {
            throw new RulebookFaults(faults);
        }
    }

    /** The version in force. */
    public Method current(int district, String method) {
        int version = latest(district, method);
        if (version == 0) {
            throw new IllegalArgumentException("No method " + method + " is published");
        }
        return version(district, method, version);
    }

    /** All methods of handling orders in force, each in its latest version, the district's main method first. */
    public List<Method> inForce(int district) {
        return published(district).stream()
                .filter(method -> method.register().isEmpty())
                .toList();
    }

    /** The method of handling orders of this name in force; empty where there is none. */
    public Optional<Method> inForce(int district, String method) {
        return inForce(district).stream().filter(one -> one.id().equals(method)).findFirst();
    }

    /** All registers in force, each in its latest version. */
    public List<Method> registers(int district) {
        return published(district).stream()
                .filter(method -> method.register().isPresent())
                .toList();
    }

    /** The register of this name in force; empty where there is none. */
    public Optional<Method> register(int district, String register) {
        return registers(district).stream()
                .filter(one -> one.id().equals(register))
                .findFirst();
    }

    private List<Method> published(int district) {
        return latest(district).entrySet().stream()
                .sorted(Comparator.comparing(latest -> !latest.getKey().equals(main)))
                .map(latest -> version(district, latest.getKey(), latest.getValue()))
                .toList();
    }

    /** Every version of every method, in force or not: there may be orders under each. */
    public List<Method> everPublished(int district) {
        return latest(district).entrySet().stream()
                .flatMap(latest -> java.util.stream.IntStream.rangeClosed(1, latest.getValue())
                        .mapToObj(version -> version(district, latest.getKey(), version)))
                .toList();
    }

    /** A given version, in force or not. */
    public Method version(int district, String method, int version) {
        return read.computeIfAbsent(new Key(district, method, version), this::load);
    }

    private Method load(Key key) {
        var text = text(key.district(), key.method(), key.version());
        var reading = MethodReader.readPublished(key.method() + " version " + key.version(), text, posts);
        refuse(reading.faults());
        return reading.method().orElseThrow().as(key.version());
    }

    private String text(int district, String method, int version) {
        return jdbc.sql(TEXT)
                .param("district", district)
                .param("method", method)
                .param("version", version)
                .query(String.class)
                .single();
    }

    private boolean insert(Key key, String text, @Nullable String account) {
        return jdbc.sql(PUBLISH)
                        .param("district", key.district())
                        .param("method", key.method())
                        .param("version", key.version())
                        .param("text", text)
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("by", account)
                        .update()
                == 1;
    }

    private int latest(int district, String method) {
        return latest(district).getOrDefault(method, 0);
    }

    /** Asked of the database again after a moment, because another process may have published. */
    private Map<String, Integer> latest(int district) {
        var before = known.get(district);
        if (before != null && System.nanoTime() - before.readAt() < UNNOTICED.toNanos()) {
            return before.latest();
        }
        long now = System.nanoTime();
        var latest = new TreeMap<String, Integer>();
        jdbc.sql(LATEST)
                .param("district", district)
                .query(Latest.class)
                .list()
                .forEach(one -> latest.put(one.method(), one.version()));
        known.put(district, new Known(Collections.unmodifiableMap(latest), now));
        return latest;
    }
}
