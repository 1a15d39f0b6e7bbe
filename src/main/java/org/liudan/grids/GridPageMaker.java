package org.liudan.grids;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liudan.engine.method.Method;
import org.liudan.grids.GridPage.GridForm;
import org.liudan.grids.GridsPage.Node;
import org.liudan.identity.Viewer;
import org.liudan.organisation.Region;
import org.liudan.rulebook.Rulebook;
import org.liudan.web.FieldView.Choice;
import org.liudan.web.PageContext;
import org.springframework.stereotype.Component;

/** Builds the pages of grids in the reader's language. */
@Component
class GridPageMaker {

    private final Grids grids;
    private final GridContents contents;
    private final MisplacedSubjects misplaced;
    private final Rulebook rulebook;

    GridPageMaker(Grids grids, GridContents contents, MisplacedSubjects misplaced, Rulebook rulebook) {
        this.misplaced = misplaced;
        this.grids = grids;
        this.contents = contents;
        this.rulebook = rulebook;
    }

    GridsPage street(PageContext context, Viewer viewer, String street) {
        var tree = new Tree(context, viewer, street);
        return new GridsPage(
                street,
                context.directory().streets().stream()
                        .map(parent -> new Choice(parent.code(), parent.name()))
                        .toList(),
                context.directory().within(street).stream().map(tree::node).toList());
    }

    GridPage grid(PageContext context, Viewer viewer, Region region, GridForm form) {
        var directory = context.directory();
        var tree = new Tree(context, viewer, region.code());
        var street = directory.regionAt(region.code(), "street").orElseThrow();
        var registers = rulebook.registers(directory.district());
        var movable = registers.stream()
                .filter(register -> !register.confidential() && register.place().isPresent())
                .map(register -> new Choice(register.id(), context.w(register.name())))
                .toList();
        return new GridPage(
                tree.node(region),
                ancestors(context, region),
                street,
                registers.stream()
                        .flatMap(register -> tree.registerCount(register).stream())
                        .toList(),
                grids.mayEdit(viewer, region.code()),
                !region.level().equals("micro-grid"),
                movable,
                region.level().equals("community") && grids.mayEdit(viewer, region.code())
                        ? misplaced.count(region.code())
                        : 0,
                form);
    }

    private static List<Choice> ancestors(PageContext context, Region region) {
        var ancestors = new ArrayList<Choice>();
        var regions = context.directory().regions();
        for (var parent = regions.get(region.parent());
                parent != null && !parent.level().equals("street");
                parent = regions.get(parent.parent())) {
            ancestors.add(0, new Choice(parent.code(), parent.name()));
        }
        return ancestors;
    }

    /** A region and all regions within it, with their counts. */
    private final class Tree {

        private final PageContext context;
        private final Map<String, Map<String, List<String>>> postHolders = grids.postHolders();
        private final Map<String, Map<String, Long>> subjectCounts;
        private final Map<String, Long> openOrderCounts;
        private final String top;

        Tree(PageContext context, Viewer viewer, String top) {
            this.context = context;
            this.top = top;
            var regions = context.directory().allWithin(top);
            subjectCounts = contents.subjectCounts(regions, viewer);
            openOrderCounts = contents.openOrderCounts(regions, viewer);
        }

        Node node(Region region) {
            var children = context.directory().within(region.code()).stream()
                    .map(this::node)
                    .toList();
            return new Node(
                    region.code(),
                    region.name(),
                    region.level(),
                    postHolders.getOrDefault(region.code(), Map.of()).entrySet().stream()
                            .map(holders -> context.post(holders.getKey()) + " " + String.join("、", holders.getValue()))
                            .toList(),
                    subjectCounts.getOrDefault(region.code(), Map.of()).values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum()
                            + children.stream().mapToLong(Node::subjects).sum(),
                    openOrderCounts.getOrDefault(region.code(), 0L)
                            + children.stream().mapToLong(Node::openOrders).sum(),
                    children);
        }

        Optional<GridPage.RegisterCount> registerCount(Method register) {
            long count = context.directory().allWithin(top).stream()
                    .mapToLong(region -> subjectCounts
                            .getOrDefault(region, new LinkedHashMap<>())
                            .getOrDefault(register.id(), 0L))
                    .sum();
            return count == 0
                    ? Optional.empty()
                    : Optional.of(new GridPage.RegisterCount(register.id(), context.w(register.name()), count));
        }
    }
}
