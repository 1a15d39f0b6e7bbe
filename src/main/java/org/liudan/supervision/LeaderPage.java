package org.liudan.supervision;

import java.util.List;
import org.liudan.orders.wording.ListedOrder;

/**
 * What a leader, or the supervision office, presses.
 *
 * @param communities those attached; for an office of supervision, all
 * @param stuck units that hold what is overdue, the most first
 */
public record LeaderPage(
        List<WaitingCommunity> communities, List<LateUnit> lateUnits, List<ListedOrder> late, List<ListedOrder> supervised) {

    /** One community: what it waits for. */
    public record WaitingCommunity(String code, String name, long open, long overdue, long bad) {}

    /** One unit that is late. */
    public record LateUnit(String unit, String name, long overdue, String longest) {}
}
