package org.liudan.figures;

import java.util.List;
import org.liudan.orders.search.OrderRow;
import org.liudan.web.FieldView.Choice;

/**
 * The monthly briefing of a community (每月主题党日通报), ready to print.
 *
 * @param month as in an address, for example 2026-10
 * @param name of the community
 * @param open orders of the month not closed yet
 * @param closed orders of the month that are closed
 */
public record BriefingPage(
        String month,
        String monthName,
        String community,
        String name,
        Tally tally,
        List<OrderRow> open,
        List<OrderRow> closed,
        List<Choice> months,
        List<Choice> communities) {}
