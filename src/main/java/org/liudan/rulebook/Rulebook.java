package org.liudan.rulebook;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.liudan.engine.method.Method;
import org.liudan.rulebook.MethodVersionTable.VersionKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The methods in force and all their earlier versions. An order is always handled by the version it was raised under. */
@Component
public class Rulebook {

    private final MethodVersionTable versions;
    private final String mainMethod;
    private final Set<String> posts = RulebookLists.posts().keySet();
    private final Map<VersionKey, Method> methods = new ConcurrentHashMap<>();

    Rulebook(JdbcClient jdbc, Clock clock, @Value("${liudan.main-method}") String mainMethod) {
        versions = new MethodVersionTable(jdbc, clock);
        this.mainMethod = mainMethod;
    }

    /**
     * Puts a method that the product ships in force, unless its latest version has the same text.
     *
     * @throws RulebookFaults if it has faults; then nothing changes
     */
    public Method publish(int district, String file, String text) {
        return publish(district, Map.of(file, text)).get(0);
    }

    /**
     * Puts methods that the product ships in force together. They may refer to each other. A method whose latest version has
     * the same text gets no new version.
     *
     * @param files texts by file name
     * @throws RulebookFaults with all faults; then nothing changes
     */
    public List<Method> publish(int district, Map<String, String> files) {
        var check = new CrossMethodCheck(posts, published(district));
        var methodsByText = new LinkedHashMap<String, Method>();
        files.forEach(
                (file, text) -> check.read(file, text).method().ifPresent(method -> methodsByText.put(text, method)));
        throwIfAny(check.faults());
        var published = new ArrayList<Method>();
        methodsByText.forEach((text, method) -> published.add(store(district, method, text)));
        return published;
    }

    private Method store(int district, Method method, String text) {
        int latest = versions.latest(district, method.id());
        if (latest == 0
                || !versions.text(new VersionKey(district, method.id(), latest)).equals(text)) {
            versions.insert(new VersionKey(district, method.id(), latest + 1), text, null);
        }
        versions.invalidate(district);
        return current(district, method.id());
    }

    /**
     * A request of an administrator to put a text in force.
     *
     * @param baseVersion the version that it replaces; 0 for a new method
     */
    public record Wish(String file, String text, int baseVersion, String account) {}

    /**
     * Puts the text of an administrator in force. Returns empty if another version has been published since the base version.
     *
     * @throws RulebookFaults if it has faults; then nothing changes
     */
    public Optional<Method> publish(int district, Wish request) {
        var reading = read(district, request.file(), request.text());
        var method = reading.method().orElseThrow(() -> new RulebookFaults(reading.faults()));
        int next = request.baseVersion() + 1;
        versions.invalidate(district);
        boolean inserted = versions.latest(district, method.id()) == request.baseVersion()
                && versions.insert(new VersionKey(district, method.id(), next), request.text(), request.account());
        // the new version must not be cached before the transaction is committed
        versions.invalidate(district);
        return inserted ? Optional.of(method.as(next)) : Optional.empty();
    }

    /** Reads a method file and checks it against the methods in force. Returns the method, or all faults sorted by line. */
    public MethodReader.Reading read(int district, String file, String text) {
        var check = new CrossMethodCheck(posts, published(district));
        var reading = check.read(file, text);
        var faults = check.faults().stream()
                .sorted(Comparator.comparingInt(RulebookFault::line))
                .toList();
        return faults.isEmpty() ? reading : new MethodReader.Reading(Optional.empty(), faults, List.of());
    }

    /** The faults of a method file, checked against the methods in force; none if the method is valid. */
    public List<RulebookFault> check(int district, String file, String text) {
        return read(district, file, text).faults();
    }

    /**
     * The faults of files that are checked against each other and against no other methods.
     *
     * @param files texts by file name
     */
    public static List<RulebookFault> check(Map<String, String> files) {
        var check = new CrossMethodCheck(RulebookLists.posts().keySet(), List.of());
        files.forEach(check::read);
        return check.faults();
    }

    private static void throwIfAny(List<RulebookFault> faults) {
        if (!faults.isEmpty()) {
            throw new RulebookFaults(faults);
        }
    }

    /**
     * The version in force.
     *
     * @throws IllegalArgumentException if no method of this id is published
     */
    public Method current(int district, String method) {
        int version = versions.latest(district, method);
        if (version == 0) {
            throw new IllegalArgumentException("No method " + method + " is published");
        }
        return version(district, method, version);
    }

    /** All methods for orders, each in its latest version, the main method of the district first. */
    public List<Method> inForce(int district) {
        return published(district).stream()
                .filter(method -> method.register().isEmpty())
                .toList();
    }

    /** The method for orders with this id, in its latest version; empty if there is none. */
    public Optional<Method> inForce(int district, String method) {
        return inForce(district).stream()
                .filter(candidate -> candidate.id().equals(method))
                .findFirst();
    }

    /** All registers, each in its latest version. */
    public List<Method> registers(int district) {
        return published(district).stream()
                .filter(method -> method.register().isPresent())
                .toList();
    }

    /** The register with this id, in its latest version; empty if there is none. */
    public Optional<Method> register(int district, String register) {
        return registers(district).stream()
                .filter(candidate -> candidate.id().equals(register))
                .findFirst();
    }

    private List<Method> published(int district) {
        return versions.latest(district).entrySet().stream()
                .sorted(Comparator.comparing(latest -> !latest.getKey().equals(mainMethod)))
                .map(latest -> version(district, latest.getKey(), latest.getValue()))
                .toList();
    }

    /** Every version of every method and register, in force or not: each may have orders. */
    public List<Method> everPublished(int district) {
        return versions.latest(district).entrySet().stream()
                .flatMap(latest -> IntStream.rangeClosed(1, latest.getValue())
                        .mapToObj(version -> version(district, latest.getKey(), version)))
                .toList();
    }

    /** A given version, in force or not. */
    public Method version(int district, String method, int version) {
        return methods.computeIfAbsent(new VersionKey(district, method, version), this::load);
    }

    private Method load(VersionKey key) {
        var reading = MethodReader.readPublished(key.method() + " version " + key.version(), versions.text(key), posts);
        throwIfAny(reading.faults());
        return reading.method().orElseThrow().as(key.version());
    }
}
