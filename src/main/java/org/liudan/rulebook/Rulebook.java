package org.liudan.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.liudan.engine.Method;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The methods in force and all their earlier versions. An order is always handled by the version it was raised under. */
@Component
public class Rulebook {

    private static final String LATEST = """
            select version, text
            from method_version
            where district_id = :district and method = :method
            order by version desc
            limit 1
            """;
    private static final String ONE = """
            select text
            from method_version
            where district_id = :district and method = :method and version = :version
            """;
    private static final String PUBLISH = """
            insert into method_version (district_id, method, version, text, published_at, published_by)
            values (:district, :method, :version, :text, now(), :by)
            on conflict do nothing
            """;

    private record Key(int district, String method, int version) {}

    private record Latest(int version, String text) {}

    private final JdbcClient jdbc;
    private final Set<String> posts = RulebookLists.posts().keySet();
    private final Map<Key, Method> read = new ConcurrentHashMap<>();
    private final Map<String, Integer> latest = new ConcurrentHashMap<>();

    Rulebook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Puts a method in force unless its latest version is this text already.
     *
     * @throws RulebookFaults if it has faults; then nothing changes
     */
    public Method publish(int district, String file, String text) {
        return publish(district, Map.of(file, text)).get(0);
    }

    /**
     * Puts methods in force together, which may speak of each other; one whose latest version is its text already stays.
     *
     * @param files texts by file name
     * @throws RulebookFaults with all faults; then nothing changes
     */
    public List<Method> publish(int district, Map<String, String> files) {
        var together = new Together(posts, inForce(district));
        var readings = new LinkedHashMap<String, Method>();
        files.forEach(
                (file, text) -> together.read(file, text).method().ifPresent(method -> readings.put(text, method)));
        var faults = together.faults();
        if (!faults.isEmpty()) {
            throw new RulebookFaults(faults);
        }
        var published = new ArrayList<Method>();
        readings.forEach((text, method) -> published.add(store(district, method, text)));
        return published;
    }

    private Method store(int district, Method method, String text) {
        var known = latest(district, method.id());
        if (known.filter(version -> version.text().equals(text)).isEmpty()) {
            jdbc.sql(PUBLISH)
                    .param("district", district)
                    .param("method", method.id())
                    .param("version", known.map(Latest::version).orElse(0) + 1)
                    .param("text", text)
                    .param("by", null)
                    .update();
        }
        latest.remove(district + "/" + method.id());
        return current(district, method.id());
    }

    /** What is wrong with a method file beside the methods in force; nothing when it will do. */
    public List<Fault> check(int district, String file, String text) {
        var together = new Together(posts, inForce(district));
        together.read(file, text);
        return together.faults();
    }

    /** What is wrong with files that are read together and with nothing else; by their names. */
    public static List<Fault> check(Map<String, String> files) {
        var together = new Together(RulebookLists.posts().keySet(), List.of());
        files.forEach(together::read);
        return together.faults();
    }

    /** The version in force. */
    public Method current(int district, String method) {
        var version = latest.computeIfAbsent(
                district + "/" + method,
                name -> latest(district, method)
                        .orElseThrow(() -> new IllegalArgumentException("No method " + method + " is published"))
                        .version());
        return version(district, method, version);
    }

    /** All methods in force, each in its latest version. */
    public List<Method> inForce(int district) {
        return jdbc
                .sql("select distinct method from method_version where district_id = :district order by method")
                .param("district", district)
                .query(String.class)
                .list()
                .stream()
                .map(method -> current(district, method))
                .toList();
    }

    /** A given version, in force or not. */
    public Method version(int district, String method, int version) {
        return read.computeIfAbsent(new Key(district, method, version), this::load);
    }

    private Method load(Key key) {
        var text = jdbc.sql(ONE)
                .param("district", key.district())
                .param("method", key.method())
                .param("version", key.version())
                .query(String.class)
                .single();
        var reading = MethodReader.read(key.method() + " version " + key.version(), text, posts);
        return reading.method()
                .orElseThrow(() -> new RulebookFaults(reading.faults()))
                .as(key.version());
    }

    private Optional<Latest> latest(int district, String method) {
        return jdbc.sql(LATEST)
                .param("district", district)
                .param("method", method)
                .query(Latest.class)
                .optional();
    }
}
