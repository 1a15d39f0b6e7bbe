package org.liudan.orders.store;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liudan.calendar.WorkingCalendar;
import org.liudan.engine.method.Method;
import org.liudan.engine.order.Order;

/** The number of an order or subject that people see: the day it was raised and its id, for example {@code 20261122-000041}. */
public record OrderNumber(String text, long id) {

    private static final Pattern FORM = Pattern.compile("\\d{8}-(\\d{1,18})");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

    public static OrderNumber of(Order order, WorkingCalendar calendar) {
        return of(order.id(), order.raisedAt(), calendar);
    }

    public static OrderNumber of(long id, Instant raisedAt, WorkingCalendar calendar) {
        return of(id, raisedAt, calendar.hours().zone());
    }

    /** The number by the days of a time zone, where no calendar is at hand. */
    public static OrderNumber of(long id, Instant raisedAt, ZoneId zone) {
        return new OrderNumber("%s-%06d".formatted(DAY.format(raisedAt.atZone(zone)), id), id);
    }

    /** Parses a number; empty if the text does not have its form. */
    public static Optional<OrderNumber> parse(String text) {
        var matcher = FORM.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new OrderNumber(text.strip(), Long.parseLong(matcher.group(1))))
                : Optional.empty();
    }

    /** The path of the page of the order or subject with this number. */
    public String address(Method method) {
        return (method.register().isPresent() ? "/subjects/" : "/orders/") + text;
    }

    @Override
    public String toString() {
        return text;
    }
}
