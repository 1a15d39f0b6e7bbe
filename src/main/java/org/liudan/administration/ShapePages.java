package org.liudan.administration;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.Reason;
import org.liudan.geo.RegionShapes;
import org.liudan.geo.Shape;
import org.liudan.geo.ShapeReader;
import org.liudan.geo.Shapes;
import org.liudan.identity.SignedIn;
import org.liudan.organisation.Directories;
import org.liudan.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The boundaries of regions: uploading, checking on a map, publishing, removing. */
@Controller
class ShapePages {

    private static final int MAX_SOURCE = 200;

    /** A boundary on the map of this page. */
    record BoundaryOutline(
            String name, boolean proposed, @JsonRawValue String geometry) {}

    private final Pages pages;
    private final ShapesPageMaker maker;
    private final RegionShapes regionShapes;
    private final Shapes shapes;
    private final Directories directories;

    ShapePages(Pages pages, ShapesPageMaker maker, RegionShapes regionShapes, Shapes shapes, Directories directories) {
        this.pages = pages;
        this.maker = maker;
        this.regionShapes = regionShapes;
        this.shapes = shapes;
        this.directories = directories;
    }

    @GetMapping("/admin/shapes")
    View shapes(HttpServletRequest request, @RequestParam(defaultValue = "") String done) {
        return pages.show("administration/shapes", maker.page(pages.screen(request), "", false, List.of(), done));
    }

    @GetMapping("/admin/shapes/outlines.json")
    @ResponseBody
    List<BoundaryOutline> outlines() {
        return java.util.stream.Stream.concat(
                        shapes.all().stream().map(shape -> outline(shape, false)),
                        regionShapes.proposed().stream().map(shape -> outline(shape, true)))
                .toList();
    }

    /** Stores an uploaded file as a proposal, which can be checked before it is published. */
    @PostMapping("/admin/shapes")
    View propose(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "false") boolean gcj02)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return refused(request, source, gcj02, List.of(fault("shape.fault.no-file", "file")));
        }
        var read = ShapeReader.read(
                new String(file.getBytes(), StandardCharsets.UTF_8),
                gcj02,
                directories.current().regions()::containsKey);
        var shapeSource = source.isBlank() ? read.source() : source.strip();
        if (!read.faults().isEmpty()) {
            return refused(request, source, gcj02, read.faults());
        }
        if (shapeSource.isEmpty() || shapeSource.length() > MAX_SOURCE) {
            return refused(request, source, gcj02, List.of(fault("shape.fault.source", "source")));
        }
        regionShapes.propose(read.shapes(), shapeSource, SignedIn.from(request.getRemoteAddr()));
        return new RedirectView("/admin/shapes?done=proposed");
    }

    @PostMapping("/admin/shapes/publication")
    View publish(HttpServletRequest request) {
        regionShapes.publish(SignedIn.from(request.getRemoteAddr()));
        return new RedirectView("/admin/shapes?done=published");
    }

    @PostMapping("/admin/shapes/discard")
    View discard(HttpServletRequest request) {
        regionShapes.discard(SignedIn.from(request.getRemoteAddr()));
        return new RedirectView("/admin/shapes?done=discarded");
    }

    @PostMapping("/admin/shapes/removal")
    View remove(HttpServletRequest request, @RequestParam(defaultValue = "") String region) {
        if (!regionShapes.remove(region, SignedIn.from(request.getRemoteAddr()))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new RedirectView("/admin/shapes?done=removed");
    }

    private View refused(HttpServletRequest request, String source, boolean gcj02, List<Reason> reasons) {
        return pages.show(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "administration/shapes",
                maker.page(pages.screen(request), source, gcj02, reasons, ""));
    }

    private BoundaryOutline outline(Shape shape, boolean proposed) {
        var region = directories.current().regions().get(shape.region());
        return new BoundaryOutline(region == null ? shape.region() : region.name(), proposed, shape.geoJson());
    }

    private static Reason fault(String key, String field) {
        return new Reason(key, List.of(), Optional.of(field));
    }
}
