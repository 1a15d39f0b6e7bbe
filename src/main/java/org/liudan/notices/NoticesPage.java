package org.liudan.notices;

import java.time.Instant;
import java.util.List;

/**
 * The notices of a post.
 *
 * @param last the id of the newest notice shown; 0 if there is none
 */
public record NoticesPage(List<Line> lines, long last) {

    /** One notice in words, with the number and title of its order. */
    public record Line(String number, String title, String text, Instant at, boolean unread) {}
}
