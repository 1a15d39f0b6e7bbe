package org.liudan.registers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.liudan.database.ListQueries;
import org.liudan.engine.method.Method;
import org.liudan.identity.Viewer;
import org.springframework.stereotype.Component;

/** Adds up the subjects of a list, as far as somebody may see them, all in one query. */
@Component
class Totals {

    /**
     * How many there are and what their sums are.
     *
     * @param by what they are grouped by; empty for all of them
     * @param value of the group; empty where nothing was filled in
     */
    record Total(Optional<String> by, String value, long count, List<Long> sums) {}

    private final ListQueries queries;
    private final Subjects subjects;

    Totals(ListQueries queries, Subjects subjects) {
        this.queries = queries;
        this.subjects = subjects;
    }

    /** The total of all first, then those of the groups, the largest of each first. */
    List<Total> of(SubjectFilter filter, Method register, Viewer viewer) {
        var says = register.register().orElseThrow();
        var columns = new SumColumns(says);
        var query = subjects.query(filter, register, viewer);
        var sets = IntStream.range(0, says.by().size())
                .mapToObj(by -> ", (by" + by + ")")
                .collect(Collectors.joining("", "grouping sets (()", ")"));
        var sql = "select count(*) as count" + columns.grouping() + columns.groups() + columns.sums("")
                + " from (select o.id" + columns.each("o") + " from subject o where " + query.where()
                + columns.counted("o") + ") as listed group by " + sets + " order by count desc";
        return query.bind(queries.sql(sql))
                .query((row, number) -> {
                    var group = columns.group(row);
                    return new Total(
                            group.map(says.by()::get),
                            group.isPresent() ? row.getString("by" + group.get()) : "",
                            row.getLong("count"),
                            columns.sums(row));
                })
                .list();
    }
}
