package org.liudan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.method.Facts;
import org.liudan.engine.method.Field;
import org.liudan.engine.method.Method;
import org.liudan.engine.order.Order;
import org.liudan.organisation.Directories;
import org.liudan.rulebook.Rulebook;
import org.liudan.testing.District;
import org.liudan.testing.Play;
import org.springframework.beans.factory.annotation.Autowired;

/** 网格巡查: the conditions that a phone checks offline. */
@JourneyTest
class PatrolChecksJourneyTest {

    private static final String HOLDS =
            "async ({ that, asks, answers }) => (await import('/js/patrol/checks.js')).holds({ that, asks }, answers)";

    @Autowired
    Play play;

    @Autowired
    Rulebook rulebook;

    @Autowired
    Directories directories;

    @BeforeEach
    void set_the_clock_to_a_morning() {
        play.at("2026-11-16T09:00");
    }

    @Test
    void the_phone_evaluates_conditions_as_the_server_does_or_leaves_them_to_it(Town town) {
        play.raises(
                "patrols",
                Play.officer(District.COMMUNITY + ".clerk"),
                "enter",
                "code",
                "JXC-CHECKS",
                "title",
                "离线校验线路",
                "kind",
                "safety",
                "region",
                District.COMMUNITY,
                "route",
                "小区东门",
                "keeper",
                "网格员甲",
                "often",
                "half-month");
        var window = town.phone("community").open().window();
        var random = new Random(5);
        int compared = 0;
        var methods = Stream.concat(
                        rulebook.registers(directories.district()).stream(),
                        rulebook.inForce(directories.district()).stream())
                .toList();
        for (var method : methods) {
            for (var action : method.actions().values()) {
                for (var condition : action.when()) {
                    for (int attempt = 0; attempt < 8; attempt++) {
                        var answers = randomAnswers(method, random);
                        var result = window.page()
                                .evaluate(
                                        HOLDS,
                                        Map.of(
                                                "that",
                                                condition.that().source(),
                                                "asks",
                                                types(method),
                                                "answers",
                                                texts(answers)));
                        if (result != null) {
                            compared++;
                            var order = Order.unraised(1, method.id(), method.version());
                            assertThat(result)
                                    .as("%s with %s", condition.that().source(), answers)
                                    .isEqualTo(condition
                                            .that()
                                            .holds(new Facts(
                                                    method,
                                                    order,
                                                    Optional.of(action),
                                                    answers,
                                                    play.desk().setting(order))));
                        }
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    private static Map<String, String> types(Method method) {
        return method.fields().values().stream()
                .collect(Collectors.toMap(
                        Field::id, field -> field.type().fact().name().toLowerCase(Locale.ROOT)));
    }

    private static Map<String, List<String>> texts(Map<String, Object> answers) {
        return answers.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        answer -> answer.getValue() instanceof List<?> list
                                ? list.stream().map(Object::toString).toList()
                                : List.of(answer.getValue().toString())));
    }

    private static Map<String, Object> randomAnswers(Method method, Random random) {
        var answers = new HashMap<String, Object>();
        method.fields().values().stream()
                .filter(field -> random.nextInt(4) > 0)
                .forEach(field -> answers.put(field.id(), randomAnswer(field, random)));
        return answers;
    }

    private static Object randomAnswer(Field field, Random random) {
        var texts = new ArrayList<>(List.of("2026-11-08", "有"));
        texts.addAll(field.choices().keySet());
        return switch (field.type().fact()) {
            case TEXT -> texts.get(random.nextInt(texts.size()));
            case NUMBER -> (long) random.nextInt(6);
            case YES_NO -> random.nextBoolean();
            case TEXTS ->
                texts.subList(0, random.nextInt(texts.size() + 1)).stream().toList();
        };
    }
}
