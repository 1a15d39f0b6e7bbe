package org.liudan.batches;

import java.util.List;

/**
 * How far a batch has come.
 *
 * @param action what is done to each order
 * @param all some hundreds of them, those not done first
 */
public record BatchPage(
        String action, String createdAt, boolean finished, long done, long refused, long total, List<One> all) {

    /**
     * One of its orders or subjects.
     *
     * @param path where its page is, before its number
     * @param why in words, when it was not done
     */
    public record One(String number, String title, String path, String result, List<String> why) {}
}
