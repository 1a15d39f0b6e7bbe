package org.liudan.engine.method;

import java.util.List;

/**
 * The written notice by which an order of a method is served on a unit.
 *
 * @param name the title of the notice
 * @param asks the fields that say what the order is about and what is required
 * @param outcome the fields that say how it ended
 */
public record WrittenNotice(LocalizedText name, List<String> asks, List<String> outcome) {}
