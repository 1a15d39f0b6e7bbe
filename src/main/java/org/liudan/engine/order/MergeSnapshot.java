package org.liudan.engine.order;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * How an order stood when it was merged into another, so that undoing brings exactly that back.
 *
 * @param clocks the runs that were running
 * @param main an order that it had been merged into before
 */
public record MergeSnapshot(
        String step, String ring, Seat holder, SortedSet<String> rings, List<ClockRun> clocks, Optional<Long> main) {}
