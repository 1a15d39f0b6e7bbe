package org.liudan.engine.method;

import java.util.List;
import java.util.Optional;

/** What decisions need to know about the district's organisation. Units, regions and categories are given by code. */
public interface OrganisationLookup {

    /** The office that serves a region at a level, for example the street of a community. */
    Optional<String> ofRegion(String regionCode, String level);

    /** The offices of a level that serve a region or a region below it, for example the communities of a street. */
    List<String> within(String regionCode, String level);

    /** The leader's office attached to a unit. */
    Optional<String> attachedTo(String unit);

    /** True if the unit exists and is in use. */
    boolean isUnit(String unit);

    /** The only unit of a kind; empty if there is none. */
    Optional<String> only(String kind);

    /** True if the unit exists, is in use and is of this kind. */
    boolean isOf(String unit, String kind);

    /** True if the region exists. */
    boolean isRegion(String code);

    /** The code of the entry with this code or name in a list of the rulebook. */
    Optional<String> listed(String list, String codeOrName);

    /** True if the category is on the list of duties. */
    boolean isCategory(String code);
}
