package org.liudan.figures;

import java.util.List;

/** The figures of one method, as its rules define them. */
public record MethodTable(String name, List<Row> rows) {

    /**
     * One figure.
     *
     * @param value a number or a percentage, as printed
     * @param address the address of the list of its orders
     */
    public record Row(String name, String value, String address) {}
}
