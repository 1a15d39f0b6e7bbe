package org.liudan.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liudan.orders.store.RowTags;
import org.liudan.organisation.Directory;

/**
 * One closed order that is to be counted in, or is no longer to be counted.
 *
 * @param weight 1 or -1
 * @param keys what it is counted under, by the names of splits
 */
record FigureChange(
        int weight,
        LocalDate month,
        String method,
        Set<String> areas,
        Map<String, String> keys,
        Set<FigureCount> counts,
        Optional<Long> took) {

    /** What was merged into another order is done and judged with that one, which counts once. */
    private static final String MERGED = "merged";

    static final String WHOLE = "";

    /** The columns that a change is read from, as tables of orders and of changes have them. */
    static final String COLUMNS = "raised_at, method, closed, street, community, channel, category, grade, department,"
            + " rating, breached, answered_in_time, finished_in_time, working_minutes, units";

    /** Changes to orders raised from {@code :from} until before {@code :to} that are not counted in yet. */
    static final String PENDING = "select weight, " + COLUMNS + """
             from figure_change
            where district_id = :district and raised_at >= :from and raised_at < :to
            """;

    /** Where some orders are counted. */
    record Cell(String area, LocalDate month, String method, String split, String key) {}

    static FigureChange read(ResultSet row, ZoneId zone, Directory directory) throws SQLException {
        var areas = Stream.concat(
                        Stream.of(WHOLE, row.getString("street"), row.getString("community"))
                                .filter(Objects::nonNull),
                        RowTags.ofUnits(
                                Stream.of((String[]) row.getArray("units").getArray()), directory))
                .collect(Collectors.toSet());
        var keys = new LinkedHashMap<String, String>();
        keys.put(WHOLE, "");
        keys.put("channel", text(row, "channel"));
        keys.put("grade", text(row, "grade"));
        keys.put("category", text(row, "category").split("\\.", 2)[0]);
        keys.put("unit", text(row, "department"));
        keys.put("community", text(row, "community"));
        var alone = !row.getString("closed").equals(MERGED);
        return new FigureChange(
                row.getInt("weight"),
                row.getObject("raised_at", OffsetDateTime.class)
                        .atZoneSameInstant(zone)
                        .toLocalDate()
                        .withDayOfMonth(1),
                row.getString("method"),
                areas,
                keys,
                counts(row, alone),
                alone ? Optional.ofNullable(row.getObject("working_minutes", Long.class)) : Optional.empty());
    }

    private static Set<FigureCount> counts(ResultSet row, boolean alone) throws SQLException {
        var counts = EnumSet.of(FigureCount.RECEIVED);
        if (row.getBoolean("breached")) {
            counts.add(FigureCount.BREACHED);
        }
        switch (text(row, "rating")) {
            case "satisfied" -> counts.add(FigureCount.SATISFIED);
            case "average" -> counts.add(FigureCount.AVERAGE);
            case "dissatisfied" -> counts.add(FigureCount.DISSATISFIED);
            default -> {}
        }
        if (alone) {
            counts.add(FigureCount.CLOSED);
            judged(
                    row.getObject("answered_in_time", Boolean.class),
                    counts,
                    FigureCount.TO_ANSWER,
                    FigureCount.ANSWERED);
            judged(row.getObject("finished_in_time", Boolean.class), counts, FigureCount.FINISHED, FigureCount.ON_TIME);
        }
        return counts;
    }

    private static void judged(@Nullable Boolean inTime, Set<FigureCount> counts, FigureCount all, FigureCount kept) {
        if (inTime != null) {
            counts.add(all);
            if (inTime) {
                counts.add(kept);
            }
        }
    }

    /** What it is counted under in a split. */
    String key(String split) {
        return keys.getOrDefault(split, "");
    }

    /** Every cell in which it counts. */
    Stream<Cell> cells() {
        return areas.stream()
                .flatMap(area -> keys.entrySet().stream()
                        .map(under -> new Cell(area, month, method, under.getKey(), under.getValue())));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }
}
