package org.liudan.orders;

import java.util.List;
import java.util.Optional;

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
public record NoticePage(
        String name,
        String number,
        String unit,
        List<OrderPage.Fact> asks,
        Optional<String> due,
        List<OrderPage.Fact> outcome,
        String issuer,
        String day) {}
