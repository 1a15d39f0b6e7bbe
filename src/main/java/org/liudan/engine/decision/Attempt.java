package org.liudan.engine.decision;

import java.util.Map;
import org.liudan.engine.order.Actor;

/**
 * A request to take an action.
 *
 * @param answers the answers as submitted: texts, numbers, booleans or lists of texts
 */
public record Attempt(String action, Actor by, Map<String, Object> answers) {}
