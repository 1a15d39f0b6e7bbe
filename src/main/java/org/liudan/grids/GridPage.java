package org.liudan.grids;

import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.Reason;
import org.liudan.web.FieldView.Choice;

/**
 * The page of a community or a grid.
 *
 * @param ancestors the regions above it, without the street, the largest first
 * @param street the code of its street
 * @param registers the registers that have subjects in it, with their counts
 * @param mayChange true if the reader may change the grids here
 * @param divisible true if it can be divided further
 * @param movable the registers whose subjects can be moved into it
 * @param misplaced the number of subjects and orders whose point is in another part of the community than their region
 * @param form the refused form, or an empty one
 */
public record GridPage(
        GridsPage.Node node,
        List<Choice> ancestors,
        String street,
        List<RegisterCount> registers,
        boolean mayChange,
        boolean divisible,
        List<Choice> movable,
        long misplaced,
        GridForm form) {

    /** The number of subjects of a register in this region. */
    public record RegisterCount(String register, String name, long count) {}

    /** The input of one of the page's forms, with the reasons why it was refused. */
    public record GridForm(String name, String register, String keys, List<Reason> reasons) {

        static final GridForm EMPTY = new GridForm("", "", "", List.of());

        /** The reason about a field, if there is one. */
        public Optional<Reason> error(String field) {
            return reasons.stream()
                    .filter(reason -> reason.field().equals(Optional.of(field)))
                    .findFirst();
        }
    }
}
