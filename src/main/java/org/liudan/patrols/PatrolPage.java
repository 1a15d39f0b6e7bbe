package org.liudan.patrols;

import java.util.List;
import java.util.Map;

/**
 * The round of somebody, as a plain list; a phone makes more of it.
 *
 * @param words what the phone says, by name
 */
public record PatrolPage(String account, List<Row> rows, Map<String, String> words) {

    /** A subject to visit. */
    public record Row(
            String address, String title, String register, String place, String keeper, String due, String light) {}
}
