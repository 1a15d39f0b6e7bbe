package org.liudan.grids;

import java.util.List;
import org.liudan.web.FieldView.Choice;

/** The communities of a street, each with its grids. */
public record GridsPage(String street, List<Choice> streets, List<Node> communities) {

    /**
     * A community, a grid or a micro-grid.
     *
     * @param people who works there, each as post and name
     * @param kept how many subjects of registers lie in it
     * @param open how many open orders lie in it
     */
    public record Node(
            String code, String name, String level, List<String> people, long kept, long open, List<Node> within) {}
}
