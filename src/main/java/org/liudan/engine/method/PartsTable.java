package org.liudan.engine.method;

import java.util.List;
import java.util.Map;
import org.liudan.engine.method.Register.Computed;

/**
 * How the orders of a method that one order has opened are called over together: a table of them with sums.
 *
 * @param columns what the table shows of each, in order: fields and computed columns
 * @param sums the columns that are added up
 * @param first the column of numbers by which the greatest come first
 * @param computed columns that follow from others
 */
public record PartsTable(List<String> columns, List<String> sums, String first, Map<String, Computed> computed) {}
