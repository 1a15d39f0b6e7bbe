package org.liudan.patrols;

import java.util.List;
import java.util.Map;

/**
 * The subjects that a viewer should visit, as a plain list. The scripts of the page turn it into the app.
 *
 * @param words the texts of the scripts, by name
 */
public record PatrolPage(String account, List<Row> rows, Map<String, String> words) {

    /** A subject to visit. */
    public record Row(
            String address, String title, String register, String place, String keeper, String due, String light) {}
}
