package org.liudan.orderpages;

import java.util.List;
import java.util.Optional;
import org.liudan.orders.wording.LabelledValue;

/**
 * An order as the paper by which it is served on a unit.
 *
 * @param name what the paper is called
 * @param unit the unit it is served on
 * @param asks what it is about and what is asked
 * @param due until when; none once nothing is asked any more
 * @param outcome what became of it so far
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
