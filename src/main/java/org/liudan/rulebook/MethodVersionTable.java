package org.liudan.rulebook;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stored versions of methods: their texts, and a cache of the latest version numbers. */
final class MethodVersionTable {

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
    /** How long the version numbers are cached. For so long, another process may use a version that is no longer the latest. */
    private static final Duration CACHED_FOR = Duration.ofSeconds(1);

    /** Identifies one version of one method. */
    record VersionKey(int district, String method, int version) {}

    private record LatestVersion(String method, int version) {}

    /** @param readAt when they were read, in nanoseconds of {@link System#nanoTime} */
    private record CachedVersions(Map<String, Integer> latest, long readAt) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<Integer, CachedVersions> cache = new ConcurrentHashMap<>();

    MethodVersionTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The number of the latest version of a method; 0 if there is none. */
    int latest(int district, String method) {
        return latest(district).getOrDefault(method, 0);
    }

    /** The latest version numbers by method. Reads them again after a second, because another process may have published. */
    Map<String, Integer> latest(int district) {
        var cached = cache.get(district);
        if (cached != null && System.nanoTime() - cached.readAt() < CACHED_FOR.toNanos()) {
            return cached.latest();
        }
        long now = System.nanoTime();
        var latest = new TreeMap<String, Integer>();
        jdbc.sql(LATEST)
                .param("district", district)
                .query(LatestVersion.class)
                .list()
                .forEach(row -> latest.put(row.method(), row.version()));
        cache.put(district, new CachedVersions(Collections.unmodifiableMap(latest), now));
        return latest;
    }

    /** Removes the version numbers of a district from the cache. */
    void invalidate(int district) {
        cache.remove(district);
    }

    String text(VersionKey key) {
        return jdbc.sql(TEXT)
                .param("district", key.district())
                .param("method", key.method())
                .param("version", key.version())
                .query(String.class)
                .single();
    }

    /**
     * Inserts a version. Returns false, without a change, if the version exists already.
     *
     * @param account who publishes it; null for the product
     */
    boolean insert(VersionKey key, String text, @Nullable String account) {
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
}
