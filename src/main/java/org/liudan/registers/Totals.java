package org.liudan.registers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.liudan.database.ListQueries;
import org.liudan.engine.method.Method;
import org.liudan.identity.Viewer;
import org.springframework.stereotype.Component;

/** Calculates the totals of a list in one query, limited to the subjects that the viewer may see. */
@Component
class Totals {

    /**
     * The count and the sums of one group.
     *
     * @param by the field or stage by which subjects are grouped; empty for the total of all
     * @param value the value of the group; empty if the subjects have no value
     */
    record Total(Optional<String> by, String value, long count, List<Long> sums) {}

    private final ListQueries queries;
    private final Subjects subjects;

    Totals(ListQueries queries, Subjects subjects) {
        this.queries = queries;
        this.subjects = subjects;
    }

    /** The total of all and the totals of each group, sorted by count, the largest first. */
    List<Total> of(SubjectFilter filter, Method register, Viewer viewer) {
        var definition = register.register().orElseThrow();
        var columns = new SumColumns(definition);
        var query = subjects.query(filter, register, viewer);
        var groupingSets = IntStream.range(0, definition.by().size())
                .mapToObj(by -> ", (by" + by + ")")
                .collect(Collectors.joining("", "grouping sets (()", ")"));
        var sql = "select count(*) as count" + columns.groupingFlags() + columns.groupColumns() + columns.sums("")
                + " from (select o.id" + columns.rowColumns("o") + " from subject o where " + query.where()
                + columns.stepCondition("o") + ") as listed group by " + groupingSets + " order by count desc";
        return query.bind(queries.sql(sql))
                .query((row, number) -> {
                    var group = columns.group(row);
                    return new Total(
                            group.map(definition.by()::get),
                            group.isPresent() ? row.getString("by" + group.get()) : "",
                            row.getLong("count"),
                            columns.sums(row));
                })
                .list();
    }
}
