package org.liudan.engine;

import java.util.Set;

/**
 * Whose eyes an action needs: rule "whoever did the work is not who re-checks or rates it".
 *
 * @param otherThan the actions whose doers may not take it
 * @param otherUnitThan the actions whose doers' units may not take it
 */
public record Eyes(Set<String> otherThan, Set<String> otherUnitThan) {

    public static final Eyes ANY = new Eyes(Set.of(), Set.of());

    boolean allow(Actor actor, Order order) {
        return !(actor instanceof Actor.Officer officer)
                || order.deeds().stream()
                        .noneMatch(deed -> otherThan.contains(deed.action())
                                        && deed.person().equals(officer.person())
                                || otherUnitThan.contains(deed.action())
                                        && deed.unit().equals(officer.unit()));
    }
}
