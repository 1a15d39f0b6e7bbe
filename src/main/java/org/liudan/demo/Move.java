package org.liudan.demo;

import java.time.Instant;
import java.util.Map;
import org.liudan.engine.Actor;

/**
 * What somebody is going to do next in a story.
 *
 * @param photo true when a photo goes with it
 */
record Move(Actor by, String action, Map<String, Object> answers, Instant at, boolean photo) {

    Move withPhoto() {
        return new Move(by, action, answers, at, true);
    }

    boolean before(Move other) {
        return at.isBefore(other.at);
    }
}
