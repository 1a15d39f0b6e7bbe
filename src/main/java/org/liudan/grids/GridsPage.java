package org.liudan.grids;

import java.util.List;
import org.liudan.web.FieldView.Choice;

/** The communities of a street, each with its grids. */
public record GridsPage(String street, List<Choice> streets, List<Node> communities) {

    /**
     * A community, a grid or a micro-grid.
     *
     * @param people who works there, each as post and name
     * @param subjects the number of open subjects in it and in its children
     * @param openOrders the number of open orders in it and in its children
     * @param children the regions within it
     */
    public record Node(
            String code,
            String name,
            String level,
            List<String> people,
            long subjects,
            long openOrders,
            List<Node> children) {}
}
