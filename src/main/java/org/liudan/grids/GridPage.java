package org.liudan.grids;

import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.Reason;
import org.liudan.web.FieldView.Choice;

/**
 * A community or a grid by itself.
 *
 * @param above those it lies in, from the street on
 * @param street the code of its street
 * @param registers the registers on which something lies in it, with how many
 * @param mayChange true for those who draw the grids here
 * @param divides true where it can be divided further
 * @param movable the registers whose subjects can be moved into it
 * @param misplaced how much lies, by the map, in another part of the community than is written down
 * @param form what was sent and refused
 */
public record GridPage(
        GridsPage.Node node,
        List<Choice> above,
        String street,
        List<Lying> registers,
        boolean mayChange,
        boolean divides,
        List<Choice> movable,
        long misplaced,
        Form form) {

    /** How many subjects of a register lie here. */
    public record Lying(String register, String name, long kept) {}

    /** What was sent by one of the forms of the page, and what was wrong with it. */
    public record Form(String name, String register, String keys, List<Reason> reasons) {

        static final Form EMPTY = new Form("", "", "", List.of());

        public Optional<Reason> wrong(String field) {
            return reasons.stream()
                    .filter(reason -> reason.field().equals(Optional.of(field)))
                    .findFirst();
        }
    }
}
