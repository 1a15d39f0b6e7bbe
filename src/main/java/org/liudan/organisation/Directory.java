package org.liudan.organisation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.liudan.engine.method.LocalizedText;
import org.liudan.engine.method.OrganisationLookup;
import org.liudan.rulebook.RulebookLists;

/**
 * The organisation of the district at one moment. Immutable.
 *
 * @param district the code of the district; 0 before one is loaded
 * @param leaders by unit code, the leader's office to which the unit is attached
 * @param duties by category code, the unit responsible for the category
 * @param posts the name of each kind of post by its id
 * @param postIndex an index of the regions and units in use
 */
public record Directory(
        int district,
        LocalizedText name,
        Map<String, Region> regions,
        Map<String, Unit> units,
        Map<String, String> leaders,
        Map<String, String> duties,
        Map<String, Category> categories,
        Map<String, LocalizedText> posts,
        PostIndex postIndex)
        implements OrganisationLookup {

    @Override
    public Optional<String> ofRegion(String code, String level) {
        return regionAt(code, level)
                .flatMap(region -> postIndex.unitIn(region, level))
                .map(Unit::code);
    }

    @Override
    public List<String> within(String code, String level) {
        return allWithin(code).stream()
                .filter(region -> isOfLevel(region, level))
                .flatMap(region -> postIndex.unitIn(region, level).stream())
                .map(Unit::code)
                .toList();
    }

    private boolean isOfLevel(String code, String level) {
        var region = regions.get(code);
        return region != null && region.level().equals(level);
    }

    /** The code of the region of this level that is or contains the region. */
    public Optional<String> regionAt(String code, String level) {
        var region = regions.get(code);
        while (region != null && !region.level().equals(level)) {
            region = regions.get(region.parent());
        }
        return Optional.ofNullable(region).map(Region::code);
    }

    @Override
    public Optional<String> attachedTo(String unit) {
        return Optional.ofNullable(leaders.get(unit));
    }

    @Override
    public boolean isUnit(String unit) {
        return unit(unit).filter(found -> !found.ended()).isPresent();
    }

    @Override
    public Optional<String> listed(String list, String codeOrName) {
        var entries = listed(list);
        return entries.containsKey(codeOrName)
                ? Optional.of(codeOrName)
                : entries.entrySet().stream()
                        .filter(entry -> entry.getValue().zh().equals(codeOrName)
                                || entry.getValue().en().equalsIgnoreCase(codeOrName))
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    /** The entries of one of the rulebook's lists. */
    public Map<String, LocalizedText> listed(String list) {
        return RulebookLists.list(list);
    }

    @Override
    public Optional<String> only(String kind) {
        return ofKind(kind).stream().map(Unit::code).findFirst();
    }

    @Override
    public boolean isOf(String unit, String kind) {
        var found = units.get(unit);
        return found != null && !found.ended() && found.kind().equals(kind);
    }

    @Override
    public boolean isRegion(String code) {
        var region = regions.get(code);
        return region != null && !region.ended() && Region.LOCAL.contains(region.level());
    }

    @Override
    public boolean isCategory(String code) {
        return categories.containsKey(code);
    }

    /** The units in use of a kind, in the order of the district's files. */
    public List<Unit> ofKind(String kind) {
        return postIndex.ofKind(kind);
    }

    public Optional<Unit> unit(String code) {
        return Optional.ofNullable(units.get(code));
    }

    /** The name of a unit; its code if the unit is unknown. */
    public LocalizedText nameOf(String unit) {
        return unit(unit).map(Unit::name).orElse(new LocalizedText(unit, unit));
    }

    /** The name of a post; its id if the post is unknown. */
    public LocalizedText postName(String post) {
        return posts.getOrDefault(post, new LocalizedText(post, post));
    }

    /** All streets, in the order of their codes. */
    public List<Region> streets() {
        return regions.values().stream()
                .filter(region -> region.level().equals("street"))
                .toList();
    }

    /** The regions in use directly below a region, for example the communities of a street or the grids of a community. */
    public List<Region> within(String code) {
        return postIndex.childrenOf(code);
    }

    /** The codes of a region and of all regions in use below it. */
    public List<String> allWithin(String code) {
        return Stream.concat(
                        Stream.of(code), within(code).stream().flatMap(region -> allWithin(region.code()).stream()))
                .toList();
    }

    /** The name of a region after the names of its parents from the street down, for example 河滨路街道 萝卜湾社区. */
    public String regionName(String code) {
        var region = regions.get(code);
        if (region == null) {
            return code;
        }
        return Region.LOCAL.indexOf(region.level()) > 0 && regions.containsKey(region.parent())
                ? regionName(region.parent()) + " " + region.name()
                : region.name();
    }

    /** The unit in use that is responsible for a category. */
    public Optional<Unit> proposedFor(String category) {
        return Optional.ofNullable(duties.get(category)).flatMap(this::unit).filter(unit -> !unit.ended());
    }

    /** The name of a category after the name of its main category; its code if the category is unknown. */
    public LocalizedText categoryName(String code) {
        var category = categories.get(code);
        if (category == null) {
            return new LocalizedText(code, code);
        }
        var group = categories.get(category.group());
        return category.isGroup() || group == null
                ? category.name()
                : new LocalizedText(
                        group.name().zh() + " · " + category.name().zh(),
                        group.name().en() + " · " + category.name().en());
    }

    /** The units attached to a leader's office. */
    public List<Unit> attachedUnits(String leader) {
        return units.values().stream()
                .filter(unit -> leader.equals(leaders.get(unit.code())))
                .toList();
    }
}
