package org.liudan.map;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * One kind of mark that a viewer may see on the map: the orders, or the subjects of a register, narrowed by the map's filter.
 * Confidential orders and subjects are never part of a layer.
 *
 * @param register the register; empty for the orders
 * @param from the from clause in SQL: the table as {@code o}, with its conditions
 * @param red the SQL condition for overdue
 * @param amber the SQL condition for due soon but not overdue
 * @param bind sets the parameters of the conditions
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

    /** Returns the layer without marks that are overdue, due soon or without a deadline. */
    Layer green() {
        return new Layer(
                id,
                register,
                from + " and o.closed is null and o.due_at is not null and not (" + red + ") and not (" + amber + ")",
                red,
                amber,
                bind);
    }

    /** Prepares a statement that contains {@code from} and may contain {@code :moment}. */
    StatementSpec statement(JdbcClient jdbc, String sql, Instant now) {
        return bind.apply(jdbc.sql(sql)).param("moment", now.atOffset(ZoneOffset.UTC));
    }

    /** Returns the light as an SQL expression: red, amber, green when there is a deadline, otherwise grey. */
    String light() {
        return "case when " + red + " then 'red' when " + amber
                + " then 'amber' when o.closed is null and o.due_at is not null then 'green' else 'grey' end";
    }
}
