package org.liudan.engine.order;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The state of an order before it was merged into another. Undoing the merge restores exactly this state.
 *
 * @param clocks the clock runs that were running
 * @param main the order that it had been merged into earlier, if any
 */
public record MergeSnapshot(
        String step, String ring, Seat holder, SortedSet<String> rings, List<ClockRun> clocks, Optional<Long> main) {}
