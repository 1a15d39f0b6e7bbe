package org.liudan.map;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads single orders and subjects for the map. */
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

    /** Returns the marks of a layer with these ids. */
    List<MapMark> byIds(Layer layer, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : read(
                        layer,
                        layer.statement(jdbc, select(layer) + " and o.id = any(:ids)", clock.instant())
                                .param("ids", ids.toArray(Long[]::new)));
    }

    /** Returns the marks in a box, the most urgent first within each layer, at most {@code limit} of each layer. */
    List<MapMark> in(MapBox box, List<Layer> layers, int limit) {
        var marks = new ArrayList<MapMark>();
        for (var layer : layers) {
            marks.addAll(read(
                    layer,
                    layer.statement(
                                    jdbc,
                                    select(layer)
                                            + " and o.lon between :west and :east and o.lat between :south and :north"
                                            + " order by o.closed is not null, o.due_at nulls last, o.id limit :limit",
                                    clock.instant())
                            .param("west", box.west())
                            .param("south", box.south())
                            .param("east", box.east())
                            .param("north", box.north())
                            .param("limit", limit)));
        }
        return marks;
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
