package org.liudan.orderpages;

import java.util.List;
import java.util.Optional;
import org.liudan.orders.wording.LabelledValue;

/**
 * The written notice by which an order is served on a unit.
 *
 * @param name the title of the notice
 * @param unit the unit on which it is served
 * @param asks the matter and what the unit has to do
 * @param due the deadline, in words; empty if no clock runs
 * @param outcome the results so far
 * @param issuer the unit that issued it
 */
public record WrittenNoticePage(
        String name,
        String number,
        String unit,
        List<LabelledValue> asks,
        Optional<String> due,
        List<LabelledValue> outcome,
        String issuer,
        String day) {}
