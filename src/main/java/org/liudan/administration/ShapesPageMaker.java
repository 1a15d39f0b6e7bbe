package org.liudan.administration;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.liudan.engine.method.Reason;
import org.liudan.geo.RegionShapes;
import org.liudan.geo.Shape;
import org.liudan.geo.Shapes;
import org.liudan.organisation.Region;
import org.liudan.web.PageContext;
import org.springframework.stereotype.Component;

/** Makes the page of the boundaries. */
@Component
class ShapesPageMaker {

    /** The length of one degree of latitude in kilometres. */
    private static final double KILOMETRES_PER_DEGREE = 111.2;

    private static final Set<String> LEVELS_ABOVE_DISTRICT = Set.of("province", "city");
    private static final Set<String> DONE = Set.of("proposed", "published", "discarded", "removed");

    private final Shapes shapes;
    private final RegionShapes regionShapes;

    ShapesPageMaker(Shapes shapes, RegionShapes regionShapes) {
        this.shapes = shapes;
        this.regionShapes = regionShapes;
    }

    ShapesPage page(PageContext context, String source, boolean gcj02, List<Reason> reasons, String done) {
        var inForce = shapes.all();
        var mappedRegions = inForce.stream().map(Shape::region).collect(Collectors.toSet());
        return new ShapesPage(
                inForce.stream().map(shape -> row(context, shape, false)).toList(),
                regionShapes.proposed().stream()
                        .map(shape -> row(context, shape, mappedRegions.contains(shape.region())))
                        .toList(),
                coverage(context, mappedRegions),
                source,
                gcj02,
                reasons,
                Optional.of(done).filter(DONE::contains));
    }

    private static ShapesPage.Row row(PageContext context, Shape shape, boolean replaces) {
        var region = context.directory().regions().get(shape.region());
        return new ShapesPage.Row(
                shape.region(),
                region == null ? shape.region() : region.name(),
                region == null ? "" : level(context, region.level()),
                area(shape),
                shape.geometry().getNumPoints(),
                shape.source(),
                shape.setBy().orElse(context.t("shapes.shipped")) + " " + context.day(shape.setAt()),
                replaces);
    }

    private static String area(Shape shape) {
        double middle = shape.geometry().getEnvelopeInternal().centre().y;
        double area = shape.geometry().getArea()
                * KILOMETRES_PER_DEGREE
                * KILOMETRES_PER_DEGREE
                * Math.cos(Math.toRadians(middle));
        return String.format(Locale.ROOT, area < 10 ? "%.2f" : "%.0f", area);
    }

    private static List<String> coverage(PageContext context, Set<String> mappedRegions) {
        var regions = context.directory().regions().values().stream()
                .filter(region -> !region.ended())
                .toList();
        return regions.stream()
                .map(Region::level)
                .distinct()
                .filter(level -> !LEVELS_ABOVE_DISTRICT.contains(level))
                .map(level -> context.t(
                        "shapes.coverage",
                        level(context, level),
                        regions.stream()
                                .filter(region -> region.level().equals(level) && mappedRegions.contains(region.code()))
                                .count(),
                        regions.stream()
                                .filter(region -> region.level().equals(level))
                                .count()))
                .toList();
    }

    private static String level(PageContext context, String level) {
        var key = "shapes.level." + level;
        return Optional.ofNullable(context.messages().getMessage(key, null, level, context.locale()))
                .orElse(level);
    }
}
