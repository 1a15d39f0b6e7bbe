package org.liudan.map;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * What a viewer may see of one kind on the map: the orders, or the subjects of a register, narrowed by what was asked. It
 * never holds what is confidential.
 *
 * @param register the register; none for the orders
 * @param from the table, as {@code o}, with its conditions
 * @param red the condition under which something is overdue
 * @param amber the condition under which it is due soon, if it is not overdue
 * @param bind gives a statement the parameters of the conditions
 */
record Layer(
        String id,
        Optional<String> register,
        String from,
        String red,
        String amber,
        UnaryOperator<StatementSpec> bind) {

    static Layer ofOrders(String where, UnaryOperator<StatementSpec> bind) {
        return new Layer(
                MapFilter.ORDERS,
                Optional.empty(),
                "from orders o where " + where,
                "o.closed is null and o.due_at < :moment",
                "o.closed is null and o.due_at >= :moment and o.warn_at <= :moment",
                bind);
    }

    static Layer ofSubjects(String register, String where, UnaryOperator<StatementSpec> bind) {
        return new Layer(
                register,
                Optional.of(register),
                "from subject o where " + where + " and not o.confidential",
                "o.closed is null and o.due_at < :moment",
                "o.closed is null and o.due_at >= :moment and o.due_at < :moment + interval '30 days'",
                bind);
    }

    /** Only what is neither overdue nor due soon. */
    Layer green() {
        return new Layer(
                id,
                register,
                from + " and o.closed is null and o.due_at is not null and not (" + red + ") and not (" + amber + ")",
                red,
                amber,
                bind);
    }

    /** Begins a statement that says {@code from} and may say {@code :moment}. */
    StatementSpec statement(JdbcClient jdbc, String sql, Instant now) {
        return bind.apply(jdbc.sql(sql)).param("moment", now.atOffset(ZoneOffset.UTC));
    }

    /** The light in SQL: red, amber, green while there is a time by which something is to be done, else grey. */
    String light() {
        return "case when " + red + " then 'red' when " + amber
                + " then 'amber' when o.closed is null and o.due_at is not null then 'green' else 'grey' end";
    }
}
