package org.liudan.faults;

import java.util.Optional;

/**
 * What a program that is going to be killed says before and after each thing it does. The full stop tells a whole line
 * from one that was cut off.
 *
 * @param acknowledged false before, true after the order desk has answered
 * @param event the number of the event that it became, once acknowledged
 * @param stage 0 for raising, then the actions of a lifecycle in turn
 */
record Line(boolean acknowledged, long order, int event, int stage, String request) {

    static Optional<Line> parse(String text) {
        var cells = text.split(" ", -1);
        if (cells.length != 6 || !cells[5].equals(".") || !cells[0].matches("trying|done")) {
            return Optional.empty();
        }
        return Optional.of(new Line(
                cells[0].equals("done"),
                Long.parseLong(cells[1]),
                Integer.parseInt(cells[2]),
                Integer.parseInt(cells[3]),
                cells[4]));
    }

    @Override
    public String toString() {
        return String.join(" ", acknowledged ? "done" : "trying", "" + order, "" + event, "" + stage, request, ".");
    }
}
