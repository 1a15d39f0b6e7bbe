package org.liudan.engine.method;

import java.util.List;
import java.util.Map;
import org.liudan.engine.method.Register.Computed;

/**
 * The table of the children that one order opened, with sums.
 *
 * @param columns the columns in order: ids of fields and of computed columns
 * @param sums the columns with a sum
 * @param first the column of numbers to sort by, largest first
 * @param computed the computed columns, by id
 */
public record PartsTable(List<String> columns, List<String> sums, String first, Map<String, Computed> computed) {}
