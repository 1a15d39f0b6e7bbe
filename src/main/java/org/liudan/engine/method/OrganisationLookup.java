package org.liudan.engine.method;

import java.util.List;
import java.util.Optional;

/** What the rules ask of the district's organisation. */
public interface OrganisationLookup {

    /** The office that serves a region at a level, for example the street of a community. */
    Optional<String> ofRegion(String regionCode, String level);

    /** The offices of a level that serve a region or what lies below it, for example the communities of a street. */
    List<String> within(String regionCode, String level);

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

    /** The code of the entry of a rulebook's list that has this code or this name. */
    Optional<String> listed(String list, String codeOrName);

    /** True when the category is on the duty list. */
    boolean isCategory(String code);
}
