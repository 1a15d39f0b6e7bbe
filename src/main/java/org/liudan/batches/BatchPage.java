package org.liudan.batches;

import java.util.List;

/**
 * The progress of a batch.
 *
 * @param action the name of the action that is done to each order
 * @param items at most 300 of its orders or subjects, unfinished ones first
 */
public record BatchPage(
        String action, String createdAt, boolean finished, long done, long refused, long total, List<BatchItem> items) {

    /**
     * One order or subject of a batch.
     *
     * @param path the path of its page, before its number
     * @param result {@code waiting}, {@code done}, {@code refused} or {@code failed}
     * @param reasons why it was not done, in words
     */
    public record BatchItem(String number, String title, String path, String result, List<String> reasons) {}
}
