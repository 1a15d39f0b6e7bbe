package org.liudan.engine.method;

import java.util.List;

/**
 * That the orders of a method are served on a unit in writing, and kept with it.
 *
 * @param name what the paper is called
 * @param asks fields that say what it is about and what is asked
 * @param outcome fields that say what became of it
 */
public record WrittenNotice(LocalizedText name, List<String> asks, List<String> outcome) {}
