package org.liudan.engine.method;

import java.util.Set;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;

/**
 * Whose eyes an action needs: rule "whoever did the work is not who re-checks or rates it".
 *
 * @param otherThan the actions whose doers may not take it
 * @param otherUnitThan the actions whose doers' units may not take it
 */
public record SeparationOfDuties(Set<String> otherThan, Set<String> otherUnitThan) {

    public static final SeparationOfDuties ANY = new SeparationOfDuties(Set.of(), Set.of());

    public boolean allow(Actor actor, Order order) {
        return !(actor instanceof Actor.Officer officer)
                || order.deeds().stream()
                        .noneMatch(deed -> otherThan.contains(deed.action())
                                        && deed.person().equals(officer.person())
                                || otherUnitThan.contains(deed.action())
                                        && deed.unit().equals(officer.unit()));
    }
}
