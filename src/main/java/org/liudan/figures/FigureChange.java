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
 * One closed order that must be added to the figures or removed from them.
 *
 * @param weight 1 to add the order, -1 to remove it
 * @param month the first day of the month in which the order was raised
 * @param areas the areas that count the order: the district (empty), street, community and the offices with a part in it
 * @param keys the key of the order in each split, by the name of the split
 * @param counts what the order is counted as
 * @param workingMinutes from raising to closing
 */
record FigureChange(
        int weight,
        LocalDate month,
        String method,
        Set<String> areas,
        Map<String, String> keys,
        Set<FigureCount> counts,
        Optional<Long> workingMinutes) {

    /** A merged order is closed and judged together with the order that it was merged into, which is counted once. */
    private static final String MERGED_STATE = "merged";

    /** The split of figures that are not split. */
    static final String WHOLE = "";

    /** The columns of a change; the tables orders and figure_change both have them. */
    static final String COLUMNS = "raised_at, method, closed, street, community, channel, category, grade, department,"
            + " rating, breached, answered_in_time, finished_in_time, working_minutes, units";

    /** Selects the pending changes to orders raised from {@code :from} until before {@code :to}. */
    static final String PENDING = "select weight, " + COLUMNS + """
             from figure_change
            where district_id = :district and raised_at >= :from and raised_at < :to
            """;

    /** One stored counter: an area, a month, a method, and one key of one split. */
    record FigureCell(String area, LocalDate month, String method, String split, String key) {}

    /** Reads a change from the columns {@link #COLUMNS}; the zone decides the month. */
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
        var notMerged = !row.getString("closed").equals(MERGED_STATE);
        return new FigureChange(
                row.getInt("weight"),
                row.getObject("raised_at", OffsetDateTime.class)
                        .atZoneSameInstant(zone)
                        .toLocalDate()
                        .withDayOfMonth(1),
                row.getString("method"),
                areas,
                keys,
                counts(row, notMerged),
                notMerged ? Optional.ofNullable(row.getObject("working_minutes", Long.class)) : Optional.empty());
    }

    private static Set<FigureCount> counts(ResultSet row, boolean notMerged) throws SQLException {
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
        if (notMerged) {
            counts.add(FigureCount.CLOSED);
            addJudged(
                    row.getObject("answered_in_time", Boolean.class),
                    counts,
                    FigureCount.TO_ANSWER,
                    FigureCount.ANSWERED);
            addJudged(
                    row.getObject("finished_in_time", Boolean.class),
                    counts,
                    FigureCount.FINISHED,
                    FigureCount.ON_TIME);
        }
        return counts;
    }

    private static void addJudged(
            @Nullable Boolean inTime, Set<FigureCount> counts, FigureCount total, FigureCount inTimeCount) {
        if (inTime != null) {
            counts.add(total);
            if (inTime) {
                counts.add(inTimeCount);
            }
        }
    }

    /** Returns the key of the order in a split; may be empty. */
    String key(String split) {
        return keys.getOrDefault(split, "");
    }

    /** Returns all cells that count the order. */
    Stream<FigureCell> cells() {
        return areas.stream()
                .flatMap(area -> keys.entrySet().stream()
                        .map(split -> new FigureCell(area, month, method, split.getKey(), split.getValue())));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }
}
