package org.liudan.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.liudan.web.Pages;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The code lists of the district: regions, units, categories. */
@RestController
class DistrictCalls {

    /** All regions. */
    record RegionList(List<RegionFacts> regions) {}

    /** A region, with its official code. */
    record RegionFacts(String id, String name, String level, Optional<String> parent) {}

    /** All units. */
    record UnitList(List<UnitFacts> units) {}

    /** A unit: its kind, its parent unit and the region that it serves. */
    record UnitFacts(
            String id, String name, String kind, Optional<String> parent, Optional<String> region, boolean ended) {}

    /** All categories. */
    record CategoryList(List<CategoryFacts> categories) {}

    /**
     * A category.
     *
     * @param unit the department that is responsible for it
     */
    record CategoryFacts(String id, String name, String group, Optional<String> unit) {}

    private final Pages pages;

    DistrictCalls(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/api/v1/regions")
    RegionList regions(HttpServletRequest request) {
        return new RegionList(pages.screen(request).directory().regions().values().stream()
                .map(region -> new RegionFacts(region.code(), region.name(), region.level(), nonEmpty(region.parent())))
                .toList());
    }

    @GetMapping("/api/v1/units")
    UnitList units(HttpServletRequest request) {
        var context = pages.screen(request);
        return new UnitList(context.directory().units().values().stream()
                .map(unit -> new UnitFacts(
                        unit.code(),
                        context.w(unit.name()),
                        unit.kind(),
                        nonEmpty(unit.parent()),
                        nonEmpty(unit.region()),
                        unit.ended()))
                .toList());
    }

    @GetMapping("/api/v1/categories")
    CategoryList categories(HttpServletRequest request) {
        var context = pages.screen(request);
        var directory = context.directory();
        return new CategoryList(directory.categories().values().stream()
                .map(category -> new CategoryFacts(
                        category.code(),
                        context.w(category.name()),
                        category.group(),
                        Optional.ofNullable(directory.duties().get(category.code()))))
                .toList());
    }

    private static Optional<String> nonEmpty(String code) {
        return Optional.of(code).filter(text -> !text.isEmpty());
    }
}
