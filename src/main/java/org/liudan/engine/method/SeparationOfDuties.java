package org.liudan.engine.method;

import java.util.Set;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;

/**
 * Separation of duties (four eyes): the person who did the work may not check or rate it.
 *
 * @param otherThan a person who took one of these actions may not take this one
 * @param otherUnitThan a unit that took one of these actions may not take this one
 */
public record SeparationOfDuties(Set<String> otherThan, Set<String> otherUnitThan) {

    public static final SeparationOfDuties ANY = new SeparationOfDuties(Set.of(), Set.of());

    /** True if the actor may act on this order. Only officers can be refused. */
    public boolean allows(Actor actor, Order order) {
        return !(actor instanceof Actor.Officer officer)
                || order.deeds().stream()
                        .noneMatch(deed -> otherThan.contains(deed.action())
                                        && deed.person().equals(officer.person())
                                || otherUnitThan.contains(deed.action())
                                        && deed.unit().equals(officer.unit()));
    }
}
