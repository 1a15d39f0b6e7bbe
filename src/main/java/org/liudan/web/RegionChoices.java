package org.liudan.web;

import java.util.List;
import java.util.stream.Stream;
import org.liudan.organisation.Region;
import org.liudan.web.FieldView.Choice;
import org.liudan.web.FieldView.Group;

/** The regions of the district as choices, each below its parent. Residents don't see grids. */
public record RegionChoices(PageContext context) {

    /** Groups by street; the last choice of a group is the street itself. */
    public List<Group> byStreet() {
        return context.directory().streets().stream()
                .map(street -> new Group(
                        street.name(),
                        Stream.concat(
                                        within(street.code(), ""),
                                        Stream.of(new Choice(street.code(), context.t("region.unsure", street.name()))))
                                .toList()))
                .toList();
    }

    /** Streets and the regions in them as one list. */
    public List<Choice> all() {
        return context.directory().streets().stream()
                .flatMap(street ->
                        Stream.concat(Stream.of(new Choice(street.code(), street.name())), within(street.code(), "　")))
                .toList();
    }

    private Stream<Choice> within(String parent, String indent) {
        return context.directory().within(parent).stream()
                .filter(region -> context.viewer().isPresent() || !region.grid())
                .flatMap((Region region) -> Stream.concat(
                        Stream.of(new Choice(region.code(), indent + region.name())),
                        within(region.code(), indent + "　")));
    }
}
