package org.liudan.demo;

import java.time.Instant;
import java.util.Map;
import org.liudan.engine.order.Actor;

/**
 * The next action in a story.
 *
 * @param photo true when a photo is attached
 */
record StoryMove(Actor by, String action, Map<String, Object> answers, Instant at, boolean photo) {

    StoryMove withPhoto() {
        return new StoryMove(by, action, answers, at, true);
    }

    boolean before(StoryMove other) {
        return at.isBefore(other.at);
    }
}
