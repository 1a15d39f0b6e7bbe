package org.liudan.orders;

import java.util.List;
import java.util.stream.Stream;
import org.liudan.engine.Method;
import org.liudan.kit.FieldView.Choice;
import org.liudan.kit.Screen;
import org.liudan.people.Category;

/** What a list can be narrowed to. */
public record FilterChoices(
        List<Choice> categories,
        List<Choice> grades,
        List<Choice> channels,
        List<Choice> departments,
        List<Choice> regions,
        List<Choice> steps,
        List<Choice> ratings) {

    public static FilterChoices of(Screen screen, List<Method> methods) {
        var directory = screen.directory();
        return new FilterChoices(
                directory.categories().values().stream()
                        .filter(Category::isGroup)
                        .map(category -> new Choice(category.code(), screen.w(category.name())))
                        .toList(),
                choices(screen, methods, "grade"),
                choices(screen, methods, "channel"),
                directory.ofKind("department").stream()
                        .map(unit -> new Choice(unit.code(), screen.w(unit.name())))
                        .toList(),
                directory.streets().stream()
                        .map(street -> new Choice(street.code(), street.name()))
                        .toList(),
                methods.stream()
                        .flatMap(method -> method.steps().values().stream())
                        .filter(step -> step.open())
                        .map(step -> new Choice(step.id(), screen.w(step.name())))
                        .toList(),
                choices(screen, methods, "rating"));
    }

    private static List<Choice> choices(Screen screen, List<Method> methods, String field) {
        return methods.stream()
                .flatMap(method -> Stream.ofNullable(method.fields().get(field)))
                .flatMap(declared -> declared.choices().entrySet().stream())
                .distinct()
                .map(choice -> new Choice(choice.getKey(), screen.w(choice.getValue())))
                .toList();
    }
}
