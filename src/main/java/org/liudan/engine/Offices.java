package org.liudan.engine;

import java.util.Optional;

/** What the rules ask of the district's organisation. */
public interface Offices {

    /** The office that serves a region at a level, for example the street of a community. */
    Optional<String> ofRegion(String regionCode, String level);

    /** The leader's office attached to a unit. */
    Optional<String> attachedTo(String unit);

    /** True when the district has the unit and it is in use. */
    boolean isUnit(String unit);

    /** The one unit of a kind. */
    Optional<String> only(String kind);

    /** True when the unit exists, is in use and is of the kind. */
    boolean isOf(String unit, String kind);

    /** True when the region exists. */
    boolean isRegion(String code);

    /** True when a list of the rulebook has this code. */
    boolean isListed(String list, String code);

    /** True when the category is on the duty list. */
    boolean isCategory(String code);
}
