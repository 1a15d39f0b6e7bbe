package org.liudan.registers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.liudan.engine.method.Register;

/**
 * The SQL columns for the sums and groups of a register. Field names are safe to put into SQL, because they were checked
 * when the rulebook was read.
 */
record SumColumns(Register register) {

    /** The columns of one row of a table that has the columns {@code facts} and {@code step}. */
    String rowColumns(String row) {
        return columns(
                        register.sums().size(),
                        sum -> ", (" + row + ".facts::json ->> '"
                                + register.sums().get(sum).field() + "')::bigint as sum" + sum)
                + columns(
                        register.by().size(),
                        by -> ", coalesce(" + value(row, register.by().get(by)) + ", '') as by" + by);
    }

    /** The sums over such rows; each value is multiplied by an SQL expression, such as {@code " * sign"}. */
    String sums(String times) {
        return columns(register.sums().size(), sum -> ", sum(sum" + sum + times + ")::bigint as sum" + sum);
    }

    /** The columns by which rows are grouped. */
    String groupColumns() {
        return columns(register.by().size(), by -> ", by" + by);
    }

    /** A condition that excludes subjects at steps that do not count. */
    String stepCondition(String row) {
        return register.counts().stream()
                .map(step -> "'" + step + "'")
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "),
                        steps -> steps.isEmpty() ? "" : " and " + row + ".step in (" + steps + ")"));
    }

    /** Reads the sums of a result row. */
    List<Long> sums(ResultSet row) throws SQLException {
        var sums = new ArrayList<Long>();
        for (int sum = 0; sum < register.sums().size(); sum++) {
            sums.add(row.getLong("sum" + sum));
        }
        return sums;
    }

    /** The index of the grouping that a result row of {@code grouping sets} belongs to; empty for the row of all. */
    Optional<Integer> group(ResultSet row) throws SQLException {
        for (int by = 0; by < register.by().size(); by++) {
            if (row.getInt("not" + by) == 0) {
                return Optional.of(by);
            }
        }
        return Optional.empty();
    }

    /** A column for each grouping that is 0 for the rows of this grouping and 1 for other rows. */
    String groupingFlags() {
        return columns(register.by().size(), by -> ", grouping(by" + by + ") as not" + by);
    }

    private static String value(String row, String by) {
        return by.equals(Register.STEP) ? row + ".step" : row + ".facts::json ->> '" + by + "'";
    }

    private static String columns(int count, java.util.function.IntFunction<String> column) {
        return IntStream.range(0, count).mapToObj(column).collect(Collectors.joining());
    }
}
