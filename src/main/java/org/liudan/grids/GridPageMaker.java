package org.liudan.grids;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liudan.engine.method.Method;
import org.liudan.grids.GridPage.Form;
import org.liudan.grids.GridsPage.Node;
import org.liudan.identity.Viewer;
import org.liudan.organisation.Region;
import org.liudan.rulebook.Rulebook;
import org.liudan.web.FieldView.Choice;
import org.liudan.web.PageContext;
import org.springframework.stereotype.Component;

/** Puts grids into the reader's words. */
@Component
class GridPageMaker {

    private final Grids grids;
    private final GridContents lying;
    private final MisplacedSubjects redrawing;
    private final Rulebook rulebook;

    GridPageMaker(Grids grids, GridContents lying, MisplacedSubjects redrawing, Rulebook rulebook) {
        this.redrawing = redrawing;
        this.grids = grids;
        this.lying = lying;
        this.rulebook = rulebook;
    }

    GridsPage street(PageContext screen, Viewer viewer, String street) {
        var tree = new Tree(screen, viewer, street);
        return new GridsPage(
                street,
                screen.directory().streets().stream()
                        .map(one -> new Choice(one.code(), one.name()))
                        .toList(),
                screen.directory().within(street).stream().map(tree::node).toList());
    }

    GridPage grid(PageContext screen, Viewer viewer, Region region, Form form) {
        var directory = screen.directory();
        var tree = new Tree(screen, viewer, region.code());
        var street = directory.regionAt(region.code(), "street").orElseThrow();
        var registers = rulebook.registers(directory.district());
        var movable = registers.stream()
                .filter(register -> !register.confidential() && register.place().isPresent())
                .map(register -> new Choice(register.id(), screen.w(register.name())))
                .toList();
        return new GridPage(
                tree.node(region),
                above(screen, region),
                street,
                registers.stream()
                        .flatMap(register -> tree.lying(register).stream())
                        .toList(),
                grids.drawnBy(viewer, region.code()),
                !region.level().equals("micro-grid"),
                movable,
                region.level().equals("community") && grids.drawnBy(viewer, region.code())
                        ? redrawing.misplaced(region.code())
                        : 0,
                form);
    }

    private static List<Choice> above(PageContext screen, Region region) {
        var above = new ArrayList<Choice>();
        var regions = screen.directory().regions();
        for (var one = regions.get(region.parent());
                one != null && !one.level().equals("street");
                one = regions.get(one.parent())) {
            above.add(0, new Choice(one.code(), one.name()));
        }
        return above;
    }

    /** What there is in a region and all below it. */
    private final class Tree {

        private final PageContext screen;
        private final Map<String, Map<String, List<String>>> people = grids.people();
        private final Map<String, Map<String, Long>> kept;
        private final Map<String, Long> open;
        private final String top;

        Tree(PageContext screen, Viewer viewer, String top) {
            this.screen = screen;
            this.top = top;
            var all = screen.directory().allWithin(top);
            kept = lying.kept(all, viewer);
            open = lying.open(all, viewer);
        }

        Node node(Region region) {
            var within = screen.directory().within(region.code()).stream()
                    .map(this::node)
                    .toList();
            return new Node(
                    region.code(),
                    region.name(),
                    region.level(),
                    people.getOrDefault(region.code(), Map.of()).entrySet().stream()
                            .map(held -> screen.post(held.getKey()) + " " + String.join("、", held.getValue()))
                            .toList(),
                    kept.getOrDefault(region.code(), Map.of()).values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum()
                            + within.stream().mapToLong(Node::kept).sum(),
                    open.getOrDefault(region.code(), 0L)
                            + within.stream().mapToLong(Node::open).sum(),
                    within);
        }

        Optional<GridPage.Lying> lying(Method register) {
            long many = screen.directory().allWithin(top).stream()
                    .mapToLong(region ->
                            kept.getOrDefault(region, new LinkedHashMap<>()).getOrDefault(register.id(), 0L))
                    .sum();
            return many == 0
                    ? Optional.empty()
                    : Optional.of(new GridPage.Lying(register.id(), screen.w(register.name()), many));
        }
    }
}
