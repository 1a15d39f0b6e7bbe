package org.liudan.batches;

import java.util.List;

/**
 * How far a batch has come.
 *
 * @param action what is done to each order
 */
public record BatchPage(String action, String createdAt, boolean finished, int done, int refused, List<One> all) {

    /**
     * One of its orders.
     *
     * @param why in words, when it was not done
     */
    public record One(String number, String title, String result, List<String> why) {}

    public int total() {
        return all.size();
    }
}
