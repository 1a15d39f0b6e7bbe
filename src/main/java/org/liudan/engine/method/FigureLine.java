package org.liudan.engine.method;

import java.util.Map;
import java.util.Optional;

/**
 * A line of the table that a method's figures are reported by.
 *
 * @param where which of its orders are counted, as a list of orders is filtered
 * @param of for a share: the orders it is a share of
 */
public record FigureLine(LocalizedText name, Map<String, String> where, Optional<Map<String, String>> of) {}
