package org.liudan.map;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds single orders and subjects for the map. */
@Component
class MapMarks {

    private static final String COLUMNS =
            "select o.id, o.method, o.method_version, o.title, o.raised_at, o.step, o.region, o.due_at, %s as light ";

    private final JdbcClient jdbc;
    private final Clock clock;

    MapMarks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those of a layer by their ids. */
    List<MapMark> of(Layer layer, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : read(
                        layer,
                        layer.statement(jdbc, select(layer) + " and o.id = any(:ids)", clock.instant())
                                .param("ids", ids.toArray(Long[]::new)));
    }

    /** Those that lie in a box, of each layer at most so many, the most pressing first. */
    List<MapMark> in(MapBox box, List<Layer> layers, int most) {
        var all = new ArrayList<MapMark>();
        for (var layer : layers) {
            all.addAll(read(
                    layer,
                    layer.statement(
                                    jdbc,
                                    select(layer)
                                            + " and o.lon between :west and :east and o.lat between :south and :north"
                                            + " order by o.closed is not null, o.due_at nulls last, o.id limit :most",
                                    clock.instant())
                            .param("west", box.west())
                            .param("south", box.south())
                            .param("east", box.east())
                            .param("north", box.north())
                            .param("most", most)));
        }
        return all;
    }

    private static String select(Layer layer) {
        return COLUMNS.formatted(layer.light()) + layer.from();
    }

    private static List<MapMark> read(Layer layer, JdbcClient.StatementSpec statement) {
        return statement
                .query((row, number) -> new MapMark(
                        layer.id(),
                        row.getLong("id"),
                        row.getString("method"),
                        row.getInt("method_version"),
                        row.getString("title"),
                        row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                        row.getString("step"),
                        Optional.ofNullable(row.getString("region")).orElse(""),
                        row.getString("light"),
                        Optional.ofNullable(row.getObject("due_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list();
    }
}
