package org.liudan.supervision;

import java.util.List;
import org.liudan.orders.wording.ListedOrder;

/**
 * What a leader or the supervision office has to press.
 *
 * @param communities the attached communities; for an office of supervision, all communities
 * @param lateUnits the units that hold overdue orders, those with most first
 * @param late the first overdue orders
 * @param supervised the first open orders under supervision
 */
public record LeaderPage(
        List<WaitingCommunity> communities,
        List<LateUnit> lateUnits,
        List<ListedOrder> late,
        List<ListedOrder> supervised) {

    /**
     * The orders of one community.
     *
     * @param bad how many were rated as dissatisfied
     */
    public record WaitingCommunity(String code, String name, long open, long overdue, long bad) {}

    /**
     * One unit with overdue orders.
     *
     * @param longest in words, how long the oldest of them is overdue
     */
    public record LateUnit(String unit, String name, long overdue, String longest) {}
}
