package org.liudan.engine.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.liudan.engine.method.Field;
import org.liudan.engine.order.Order;

/** Random answers that a form mostly accepts. */
final class GuessedAnswers {

    private GuessedAnswers() {}

    static Object of(Field field, EngineStory story, Random random) {
        return of(field, story.calendar.dayOf(story.now), random);
    }

    /** An answer from the units of the town and the orders of the network. */
    static Object of(Field field, EngineTown town, OrderNetwork network, Random random) {
        var units = town.units(field.kind().orElse(""));
        return switch (field.type()) {
            case UNIT -> any(units, random);
            case UNITS -> units.subList(0, 1 + random.nextInt(Math.min(3, units.size())));
            case ORDER -> order(field, network, random);
            case CHOICES -> List.of(any(List.copyOf(field.choices().keySet()), random));
            case NUMBER, WORKING_DAYS ->
                Long.toString(Math.min(field.most(), Math.max(field.least(), 1 + random.nextInt(12))));
            default -> of(field, network.calendar.dayOf(network.now), random);
        };
    }

    /** Mostly an order of the same method, so that a merge is possible; sometimes any, or one that doesn't exist. */
    private static String order(Field field, OrderNetwork network, Random random) {
        var sameMethod = network.orders.values().stream()
                .filter(order -> Objects.requireNonNull(network.methods.get(order.method()))
                        .fields()
                        .containsValue(field))
                .map(Order::id)
                .toList();
        return sameMethod.isEmpty() || random.nextInt(4) == 0
                ? Integer.toString(1 + random.nextInt(network.orders.size() + 1))
                : Long.toString(any(sameMethod, random));
    }

    private static Object of(Field field, LocalDate today, Random random) {
        return switch (field.type()) {
            case CHOICE -> any(List.copyOf(field.choices().keySet()), random);
            case REGION -> any(List.of(Village.COMMUNITY, Village.OTHER_COMMUNITY, Village.STREET), random);
            case REGIONS -> List.of(Village.COMMUNITY, Village.OTHER_COMMUNITY);
            case CATEGORY -> "road";
            case UNIT ->
                field.kind().orElseThrow().equals("office")
                        ? Village.OFFICE
                        : any(List.of(Village.DEPARTMENT, Village.OTHER_DEPARTMENT), random);
            case NUMBER, WORKING_DAYS -> Integer.toString(1 + random.nextInt(12));
            case FUTURE_DATE -> today.plusDays(random.nextInt(60)).toString();
            case DATE -> today.minusDays(random.nextInt(3)).toString();
            case YES_NO -> random.nextBoolean() ? "yes" : "no";
            case FILES, SIGNATURE -> List.of("a", "b");
            case UNITS -> List.of(Village.DEPARTMENT, Village.OTHER_DEPARTMENT);
            case CHOICES -> List.copyOf(field.choices().keySet());
            case LISTED -> "one";
            case ORDER -> "20260101-000002";
            case TIME -> today + "T09:30";
            case PHONE -> "13807451234";
            case ID_NUMBER -> "11010519491231002X";
            case POINT -> "110.001,27.12";
            case TEXT, LONG_TEXT, PERSON -> "文字" + random.nextInt();
        };
    }

    static <T> T any(List<T> elements, Random random) {
        return elements.get(random.nextInt(elements.size()));
    }
}
