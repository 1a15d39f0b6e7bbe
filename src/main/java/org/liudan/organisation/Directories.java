package org.liudan.organisation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.liudan.engine.method.LocalizedText;
import org.liudan.rulebook.RulebookLists;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Caches the directory of the district that this process serves. */
@Component
public class Directories {

    private static final String DISTRICTS = """
            select district_id, name_zh, name_en
            from district
            where :district = 0 or district_id = :district
            order by loaded_at
            limit 1
            """;
    private static final String REGIONS = """
            select code, name, level, coalesce(parent, '') as parent, ended_on is not null as ended
            from region
            where district_id = :district
            order by code
            """;
    private static final String UNITS = """
            select code, name_zh, name_en, kind, coalesce(parent, '') as parent, coalesce(region, '') as region,
                coalesce(ended_on <= current_date, false) as ended
            from unit
            where district_id = :district
            order by kind, code
            """;

    private final JdbcClient jdbc;
    private final int configuredDistrict;
    private final AtomicReference<Directory> current = new AtomicReference<>();

    Directories(JdbcClient jdbc, @Value("${liudan.district:0}") int configuredDistrict) {
        this.jdbc = jdbc;
        this.configuredDistrict = configuredDistrict;
    }

    /** The current directory; it has no units before a district is loaded. */
    public Directory current() {
        var cached = current.get();
        return cached != null && cached.district() != 0 ? cached : reload();
    }

    /** The code of the district; 0 before a district is loaded. */
    public int district() {
        return current().district();
    }

    /** Reads the directory from the database again, also on a schedule, because another process may have changed it. */
    @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
    public Directory reload() {
        var district = jdbc.sql(DISTRICTS)
                .param("district", configuredDistrict)
                .query((row, number) -> Map.entry(
                        row.getInt("district_id"),
                        new LocalizedText(row.getString("name_zh"), row.getString("name_en"))))
                .optional()
                .orElse(Map.entry(0, new LocalizedText("六单", "Liudan")));
        int id = district.getKey();
        var regions =
                jdbc.sql(REGIONS).param("district", id).query(Region.class).list();
        var units = jdbc.sql(UNITS)
                .param("district", id)
                .query((row, number) -> new Unit(
                        row.getString("code"),
                        new LocalizedText(row.getString("name_zh"), row.getString("name_en")),
                        row.getString("kind"),
                        row.getString("parent"),
                        row.getString("region"),
                        row.getBoolean("ended")))
                .list();
        var directory = new Directory(
                id,
                district.getValue(),
                byCode(regions, Region::code),
                byCode(units, Unit::code),
                pairs("select unit as key, leader as value from leader_attachment where district_id = :district", id),
                pairs("select category as key, unit as value from duty where district_id = :district", id),
                byCode(categories(), Category::code),
                RulebookLists.posts(),
                PostIndex.of(regions, units));
        current.set(directory);
        return directory;
    }

    private Map<String, String> pairs(String sql, int district) {
        var pairs = new LinkedHashMap<String, String>();
        jdbc.sql(sql).param("district", district).query(row -> {
            pairs.put(row.getString("key"), row.getString("value"));
        });
        return pairs;
    }

    private static List<Category> categories() {
        return RulebookLists.categories().entrySet().stream()
                .map(entry -> new Category(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static <T> Map<String, T> byCode(List<T> entries, java.util.function.Function<T, String> code) {
        var map = new LinkedHashMap<String, T>();
        entries.forEach(entry -> map.put(code.apply(entry), entry));
        return map;
    }
}
