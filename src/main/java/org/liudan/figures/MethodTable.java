package org.liudan.figures;

import java.util.List;

/** The figures of one method, line by line. */
public record MethodTable(String name, List<Row> rows) {

    /**
     * One line.
     *
     * @param value a number or a share, as it is printed
     * @param address where the orders behind it are listed
     */
    public record Row(String name, String value, String address) {}
}
