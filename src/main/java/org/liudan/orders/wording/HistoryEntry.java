package org.liudan.orders.wording;

import java.time.Instant;
import java.util.List;
import org.liudan.orders.attachments.Attachments;

/**
 * One event of an order in words.
 *
 * @param what what was done, for example 派单
 * @param who who did it, for example 河滨路街道 跟单员; empty on the resident's page for what the program did
 * @param said the answers, each with its label
 * @param files the attachments added with it
 * @param moves what followed from it, for example 限 11月25日 17:30 前
 * @param kind {@code person}, {@code machine}, or {@code alarm} for a breach
 */
public record HistoryEntry(
        Instant at,
        String what,
        String who,
        List<HistoryDetail> said,
        List<Attachments.Filed> files,
        List<String> moves,
        String kind) {

    HistoryEntry withDetails(List<HistoryDetail> details) {
        return new HistoryEntry(at, what, who, details, files, moves, kind);
    }

    /** A label and an answer in words. */
    public record HistoryDetail(String label, String value) {}
}
