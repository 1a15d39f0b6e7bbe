package org.liudan.administration;

import java.util.List;
import java.util.stream.Stream;
import org.liudan.organisation.Unit;
import org.liudan.web.FieldView.Choice;
import org.liudan.web.FieldView.Group;
import org.liudan.web.PageContext;

/** The units and posts that somebody can be given. */
public record PostChoices(List<Group> units, List<Choice> posts) {

    private static final List<String> KINDS = List.of(
            "district",
            "leader",
            "supervision",
            "discipline",
            "department",
            "street",
            "office",
            "community",
            "grid",
            "micro-grid");

    public static PostChoices of(PageContext screen) {
        var directory = screen.directory();
        return new PostChoices(
                KINDS.stream()
                        .map(kind -> new Group(
                                screen.t("unit." + kind),
                                directory.ofKind(kind).stream()
                                        .map(unit -> new Choice(unit.code(), name(unit, screen)))
                                        .toList()))
                        .filter(group -> !group.choices().isEmpty())
                        .toList(),
                directory.posts().entrySet().stream()
                        .map(post -> new Choice(post.getKey(), screen.w(post.getValue())))
                        .toList());
    }

    /** Communities and offices are told with their street, grids with their community. */
    private static String name(Unit unit, PageContext screen) {
        var name = screen.w(unit.name());
        return Stream.of("community", "office", "grid", "micro-grid").anyMatch(unit.kind()::equals)
                        && !name.startsWith(screen.unit(unit.parent()))
                ? screen.unit(unit.parent()) + " " + name
                : name;
    }
}
