package org.liudan.figures;

import java.util.List;
import org.liudan.orders.search.OrderRow;
import org.liudan.web.FieldView.Choice;

/**
 * The monthly briefing of a community (每月主题党日通报), ready to print.
 *
 * @param month as in the address, for example 2026-10
 * @param community the code of the community, {@code name} its name
 * @param open the orders of the month that are still open
 * @param closed the orders of the month that are closed
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
