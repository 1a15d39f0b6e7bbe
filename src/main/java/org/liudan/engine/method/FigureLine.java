package org.liudan.engine.method;

import java.util.Map;
import java.util.Optional;

/**
 * One line of the report on a method's figures.
 *
 * @param where the orders to count, as a filter of the list of orders
 * @param of for a share: the filter of the orders that are the whole; empty for a plain count
 */
public record FigureLine(LocalizedText name, Map<String, String> where, Optional<Map<String, String>> of) {}
