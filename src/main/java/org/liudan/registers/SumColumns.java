package org.liudan.registers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.liudan.engine.method.Register;

/** What a register sums and counts by, as SQL. The names of fields that it puts there were checked when the file was read. */
record SumColumns(Register register) {

    /** The columns of one row, which has a column {@code facts} and a column {@code step}. */
    String each(String row) {
        return columns(
                        register.sums().size(),
                        sum -> ", (" + row + ".facts::json ->> '"
                                + register.sums().get(sum).field() + "')::bigint as sum" + sum)
                + columns(
                        register.by().size(),
                        by -> ", coalesce(" + value(row, register.by().get(by)) + ", '') as by" + by);
    }

    /** The sums over such rows, each multiplied by an expression. */
    String sums(String times) {
        return columns(register.sums().size(), sum -> ", sum(sum" + sum + times + ")::bigint as sum" + sum);
    }

    /** The groups in which rows are counted. */
    String groups() {
        return columns(register.by().size(), by -> ", by" + by);
    }

    /** A condition that leaves out subjects at steps that don't count. */
    String counted(String row) {
        return register.counts().stream()
                .map(step -> "'" + step + "'")
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "),
                        steps -> steps.isEmpty() ? "" : " and " + row + ".step in (" + steps + ")"));
    }

    List<Long> sums(ResultSet row) throws SQLException {
        var sums = new ArrayList<Long>();
        for (int sum = 0; sum < register.sums().size(); sum++) {
            sums.add(row.getLong("sum" + sum));
        }
        return sums;
    }

    /** Which group a row of {@code grouping sets} is of; none for the row of all. */
    Optional<Integer> group(ResultSet row) throws SQLException {
        for (int by = 0; by < register.by().size(); by++) {
            if (row.getInt("not" + by) == 0) {
                return Optional.of(by);
            }
        }
        return Optional.empty();
    }

    /** Says of each group whether a row is not of it. */
    String grouping() {
        return columns(register.by().size(), by -> ", grouping(by" + by + ") as not" + by);
    }

    private static String value(String row, String by) {
        return by.equals(Register.STEP) ? row + ".step" : row + ".facts::json ->> '" + by + "'";
    }

    private static String columns(int count, java.util.function.IntFunction<String> column) {
        return IntStream.range(0, count).mapToObj(column).collect(Collectors.joining());
    }
}
