package org.liudan.notices;

import java.time.Instant;
import java.util.List;

/**
 * The notices of a post.
 *
 * @param last the id of the newest one shown
 */
public record NoticesPage(List<Line> lines, long last) {

    /** One notice in words. */
    public record Line(String number, String title, String text, Instant at, boolean unread) {}
}
