package org.liudan.engine.decision;

import java.util.Map;
import org.liudan.engine.order.Actor;

/**
 * Somebody's wish to take an action.
 *
 * @param answers what was filled in, as it came: texts, numbers, yes/no, or lists of texts
 */
public record Attempt(String action, Actor by, Map<String, Object> answers) {}
