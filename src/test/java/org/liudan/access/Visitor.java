package org.liudan.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The visitors of pages: each kind of post, some of them also of another region, and somebody who is not signed in. */
enum Visitor {
    NOBODY(""),
    CLERK("community"),
    SECRETARY("community-secretary"),
    DISPATCHER("street"),
    STREET_SECRETARY("street-secretary"),
    STREET_CLERK("street-clerk"),
    OFFICE("office"),
    HANDLER("department"),
    HEAD("department-head"),
    LEADER("leader"),
    INSPECTOR("inspector"),
    DISCIPLINE("discipline"),
    ADMINISTRATOR("administrator"),
    SECURITY("security"),
    AUDITOR("auditor"),
    CLERK_ELSEWHERE("clerk-431271002001"),
    NEIGHBOUR("clerk-431271001002"),
    DISPATCHER_ELSEWHERE("dispatcher-431271002"),
    OFFICE_ELSEWHERE("handler-431271002-affairs"),
    OFFICE_BESIDE("handler-431271001-building"),
    HANDLER_ELSEWHERE("handler-housing"),
    HEAD_ELSEWHERE("head-housing"),
    GRID("grid"),
    BUILDING_HEAD("building-head"),
    VOLUNTEER("volunteer");

    static final Set<Visitor> SYSTEM = EnumSet.of(ADMINISTRATOR, SECURITY, AUDITOR);
    /** Those who see every order of the district. */
    static final Set<Visitor> DISTRICT = EnumSet.of(LEADER, INSPECTOR, DISCIPLINE);

    static final Set<Visitor> REGISTRARS =
            EnumSet.of(CLERK, SECRETARY, DISPATCHER, STREET_CLERK, CLERK_ELSEWHERE, NEIGHBOUR, DISPATCHER_ELSEWHERE);
    /** Those who may raise an order of some method. */
    static final Set<Visitor> STARTERS = union(List.of(
            REGISTRARS,
            EnumSet.of(GRID, STREET_SECRETARY, HANDLER, HEAD, HANDLER_ELSEWHERE, HEAD_ELSEWHERE, LEADER, INSPECTOR)));
    /** Community and street of the order. */
    static final Set<Visitor> LOCAL = EnumSet.of(CLERK, SECRETARY, DISPATCHER, STREET_SECRETARY, STREET_CLERK);
    /** Those who draw the grids of the first street. */
    static final Set<Visitor> DRAWERS = EnumSet.of(DISPATCHER, STREET_SECRETARY);
    /** The department that holds the order. */
    static final Set<Visitor> HOLDING = EnumSet.of(HANDLER, HEAD);

    final String account;

    Visitor(String account) {
        this.account = account;
    }

    static Set<Visitor> union(List<Set<Visitor>> sets) {
        var all = EnumSet.noneOf(Visitor.class);
        sets.forEach(all::addAll);
        return all;
    }

    boolean handlesOrders() {
        return this != NOBODY && !SYSTEM.contains(this);
    }
}
