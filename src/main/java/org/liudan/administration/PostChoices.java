package org.liudan.administration;

import java.util.List;
import java.util.stream.Stream;
import org.liudan.organisation.Unit;
import org.liudan.web.FieldView.Choice;
import org.liudan.web.FieldView.Group;
import org.liudan.web.PageContext;

/** The choices of units and posts for appointing a person or a program. */
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

    /** All units in use and all posts, in the reader's language. */
    public static PostChoices of(PageContext context) {
        var directory = context.directory();
        return new PostChoices(
                KINDS.stream()
                        .map(kind -> new Group(
                                context.t("unit." + kind),
                                directory.ofKind(kind).stream()
                                        .map(unit -> new Choice(unit.code(), name(unit, context)))
                                        .toList()))
                        .filter(group -> !group.choices().isEmpty())
                        .toList(),
                directory.posts().entrySet().stream()
                        .map(post -> new Choice(post.getKey(), context.w(post.getValue())))
                        .toList());
    }

    /** Shows communities and offices with their street, and grids with their community. */
    private static String name(Unit unit, PageContext context) {
        var name = context.w(unit.name());
        return Stream.of("community", "office", "grid", "micro-grid").anyMatch(unit.kind()::equals)
                        && !name.startsWith(context.unit(unit.parent()))
                ? context.unit(unit.parent()) + " " + name
                : name;
    }
}
