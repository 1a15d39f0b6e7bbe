package org.liudan.settings;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liudan.organisation.Directories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores the settings of the district by name. */
@Component
public class Settings {

    private static final String VALUE = """
            select value
            from setting
            where district_id = :district and name = :name
            """;
    private static final String PUT = """
            insert into setting (district_id, name, value, changed_by, changed_at)
            values (:district, :name, :value, :by, :at)
            on conflict (district_id, name) do update
            set value = excluded.value, changed_by = excluded.changed_by, changed_at = excluded.changed_at
            """;

    private final JdbcClient jdbc;
    private final Directories directories;
    private final Clock clock;

    Settings(JdbcClient jdbc, Directories directories, Clock clock) {
        this.jdbc = jdbc;
        this.directories = directories;
        this.clock = clock;
    }

    /** The value of a setting; empty if it is not set. */
    public Optional<String> value(String name) {
        return jdbc.sql(VALUE)
                .param("district", directories.district())
                .param("name", name)
                .query(String.class)
                .optional();
    }

    /**
     * Stores a setting.
     *
     * @param account who has set it; null if the program did
     */
    public void put(String name, String value, @Nullable String account) {
        jdbc.sql(PUT)
                .param("district", directories.district())
                .param("name", name)
                .param("value", value)
                .param("by", account)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
