package org.liudan.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.liudan.web.Pages;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The lists that codes come from: regions, units, categories. */
@RestController
class DistrictCalls {

    /** All regions. */
    record RegionList(List<RegionFacts> regions) {}

    /** A region, with its official code. */
    record RegionFacts(String id, String name, String level, Optional<String> parent) {}

    /** All units. */
    record UnitList(List<UnitFacts> units) {}

    /** A unit: what kind it is, which one it is under, which region it serves. */
    record UnitFacts(
            String id, String name, String kind, Optional<String> parent, Optional<String> region, boolean ended) {}

    /** All categories. */
    record CategoryList(List<CategoryFacts> categories) {}

    /**
     * A category.
     *
     * @param unit the department that answers for it
     */
    record CategoryFacts(String id, String name, String group, Optional<String> unit) {}

    private final Pages pages;

    DistrictCalls(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/api/v1/regions")
    RegionList regions(HttpServletRequest request) {
        return new RegionList(pages.screen(request).directory().regions().values().stream()
                .map(one -> new RegionFacts(one.code(), one.name(), one.level(), nonEmpty(one.parent())))
                .toList());
    }

    @GetMapping("/api/v1/units")
    UnitList units(HttpServletRequest request) {
        var screen = pages.screen(request);
        return new UnitList(screen.directory().units().values().stream()
                .map(one -> new UnitFacts(
                        one.code(),
                        screen.w(one.name()),
                        one.kind(),
                        nonEmpty(one.parent()),
                        nonEmpty(one.region()),
                        one.ended()))
                .toList());
    }

    @GetMapping("/api/v1/categories")
    CategoryList categories(HttpServletRequest request) {
        var screen = pages.screen(request);
        var directory = screen.directory();
        return new CategoryList(directory.categories().values().stream()
                .map(one -> new CategoryFacts(
                        one.code(),
                        screen.w(one.name()),
                        one.group(),
                        Optional.ofNullable(directory.duties().get(one.code()))))
                .toList());
    }

    private static Optional<String> nonEmpty(String code) {
        return Optional.of(code).filter(one -> !one.isEmpty());
    }
}
