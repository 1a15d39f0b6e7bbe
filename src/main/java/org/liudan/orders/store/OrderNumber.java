package org.liudan.orders.store;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liudan.calendar.WorkingCalendar;
import org.liudan.engine.method.Method;
import org.liudan.engine.order.Order;

/** An order's number as people say it: the day it was raised and its id, for example {@code 20261122-000041}. */
public record OrderNumber(String text, long id) {

    private static final Pattern FORM = Pattern.compile("\\d{8}-(\\d{1,18})");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

    public static OrderNumber of(Order order, WorkingCalendar calendar) {
        return of(order.id(), order.raisedAt(), calendar);
    }

    public static OrderNumber of(long id, Instant raisedAt, WorkingCalendar calendar) {
        return of(id, raisedAt, calendar.hours().zone());
    }

    /** By the days of a place, where no calendar is at hand. */
    public static OrderNumber of(long id, Instant raisedAt, ZoneId zone) {
        return new OrderNumber("%s-%06d".formatted(DAY.format(raisedAt.atZone(zone)), id), id);
    }

    /** Reads a number; empty if it has not the form of one. */
    public static Optional<OrderNumber> parse(String text) {
        var matcher = FORM.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new OrderNumber(text.strip(), Long.parseLong(matcher.group(1))))
                : Optional.empty();
    }

    /** The address of the page of the order, or subject, of this number. */
    public String address(Method method) {
        return (method.register().isPresent() ? "/subjects/" : "/orders/") + text;
    }

    @Override
    public String toString() {
        return text;
    }
}
