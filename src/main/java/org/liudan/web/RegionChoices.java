package org.liudan.web;

import java.util.List;
import java.util.stream.Stream;
import org.liudan.organisation.Region;
import org.liudan.web.FieldView.Choice;
import org.liudan.web.FieldView.Group;

/** The regions of the district to choose from, each below the one it lies in. Residents aren't asked for grids. */
public record RegionChoices(PageContext screen) {

    /** By street; the last choice of each is the street itself. */
    public List<Group> byStreet() {
        return screen.directory().streets().stream()
                .map(street -> new Group(
                        street.name(),
                        Stream.concat(
                                        within(street.code(), ""),
                                        Stream.of(new Choice(street.code(), screen.t("region.unsure", street.name()))))
                                .toList()))
                .toList();
    }

    /** Streets and what lies in them, in one list. */
    public List<Choice> all() {
        return screen.directory().streets().stream()
                .flatMap(street ->
                        Stream.concat(Stream.of(new Choice(street.code(), street.name())), within(street.code(), "　")))
                .toList();
    }

    private Stream<Choice> within(String above, String indent) {
        return screen.directory().within(above).stream()
                .filter(region -> screen.viewer().isPresent() || !region.grid())
                .flatMap((Region region) -> Stream.concat(
                        Stream.of(new Choice(region.code(), indent + region.name())),
                        within(region.code(), indent + "　")));
    }
}
