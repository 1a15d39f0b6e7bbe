package org.liudan.grids;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.liudan.batches.Batches;
import org.liudan.engine.method.Reason;
import org.liudan.grids.GridPage.GridForm;
import org.liudan.identity.SignedIn;
import org.liudan.identity.Viewer;
import org.liudan.organisation.Directories;
import org.liudan.organisation.Region;
import org.liudan.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Pages of the grids of a street: their workers, their contents, and changes to them. */
@Controller
class GridPages {

    private static final int MAX_KEYS = 2_000;

    private final Pages pages;
    private final Directories directories;
    private final Grids grids;
    private final GridPageMaker maker;
    private final GridContents contents;
    private final Batches batches;
    private final MisplacedSubjects misplaced;

    GridPages(
            Pages pages,
            Directories directories,
            Grids grids,
            GridPageMaker maker,
            GridContents contents,
            Batches batches,
            MisplacedSubjects misplaced) {
        this.misplaced = misplaced;
        this.pages = pages;
        this.directories = directories;
        this.grids = grids;
        this.maker = maker;
        this.contents = contents;
        this.batches = batches;
    }

    @GetMapping("/grids")
    View street(HttpServletRequest request, @RequestParam(defaultValue = "") String street) {
        var directory = directories.current();
        var viewer = SignedIn.required();
        var chosen = directory
                .regionAt(street, "street")
                .or(() -> directory
                        .unit(viewer.seat().unit())
                        .flatMap(unit -> directory.regionAt(unit.region(), "street")))
                .orElseGet(() -> directory.streets().get(0).code());
        return pages.show("grids/grids", maker.street(pages.screen(request), viewer, chosen));
    }

    @GetMapping("/grids/{code}")
    View grid(HttpServletRequest request, @PathVariable String code) {
        return show(HttpStatus.OK, request, region(code), GridForm.EMPTY);
    }

    /** Adds a grid to a community, or a micro-grid to a grid. */
    @PostMapping("/grids/{code}/add")
    View add(HttpServletRequest request, @PathVariable String code, @RequestParam(defaultValue = "") String name) {
        var region = editableRegion(code);
        return respond(
                request,
                region,
                code,
                new GridForm(name, "", "", List.of()),
                grids.add(code, name.strip(), SignedIn.from(request.getRemoteAddr())));
    }

    @PostMapping("/grids/{code}/name")
    View rename(HttpServletRequest request, @PathVariable String code, @RequestParam(defaultValue = "") String name) {
        var region = editableGrid(code);
        return respond(
                request,
                region,
                code,
                new GridForm(name, "", "", List.of()),
                grids.rename(region, name.strip(), SignedIn.from(request.getRemoteAddr())));
    }

    @PostMapping("/grids/{code}/dissolve")
    View dissolve(HttpServletRequest request, @PathVariable String code) {
        var region = editableGrid(code);
        return respond(
                request,
                region,
                region.parent(),
                GridForm.EMPTY,
                grids.dissolve(region, SignedIn.from(request.getRemoteAddr())));
    }

    /** Moves subjects into this region. Their keys are separated by spaces, commas or line breaks. */
    @PostMapping("/grids/{code}/subjects")
    View move(
            HttpServletRequest request,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String register,
            @RequestParam(defaultValue = "") String keys) {
        var region = editableRegion(code);
        var viewer = SignedIn.required();
        var wanted = Arrays.stream(keys.split("[\\s,，、;；]+"))
                .filter(key -> !key.isEmpty())
                .distinct()
                .toList();
        var error = wanted.isEmpty() || wanted.size() > MAX_KEYS
                ? Optional.of(Reason.of("grid.keys.wrong", MAX_KEYS))
                : Optional.<Reason>empty();
        var found = error.isEmpty() ? contents.findSubjects(register, wanted, viewer) : null;
        if (found != null && found.size() < wanted.size()) {
            error = Optional.of(Reason.of("grid.keys.unknown", missing(wanted, found.keySet())));
        }
        if (error.isPresent() || found == null) {
            var reason = error.orElseThrow();
            return show(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    request,
                    region,
                    new GridForm(
                            "", register, keys, List.of(new Reason(reason.key(), reason.args(), Optional.of("keys")))));
        }
        var ids = List.copyOf(found.values());
        return new RedirectView("/batches/" + batches.relocate(register, code, viewer.actor(), ids));
    }

    /** Moves all misplaced subjects and orders of the community to the region that the map says. */
    @PostMapping("/grids/{code}/redraw")
    View redraw(HttpServletRequest request, @PathVariable String code) {
        var region = editableRegion(code);
        var batchIds = misplaced.relocate(code, SignedIn.required().actor());
        return batchIds.isEmpty()
                ? show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        request,
                        region,
                        new GridForm("", "", "", List.of(Reason.of("grid.nothing-misplaced"))))
                : new RedirectView(batchIds.size() == 1 ? "/batches/" + batchIds.get(0) : "/grids/" + code);
    }

    private static String missing(List<String> wanted, java.util.Set<String> found) {
        var missing = wanted.stream().filter(key -> !found.contains(key)).toList();
        return String.join("、", missing.subList(0, Math.min(10, missing.size())))
                + (missing.size() > 10 ? " … (" + missing.size() + ")" : "");
    }

    private View respond(
            HttpServletRequest request, Region region, String target, GridForm form, Optional<Reason> refused) {
        return refused.isEmpty()
                ? new RedirectView("/grids/" + target)
                : show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        request,
                        region,
                        new GridForm(form.name(), form.register(), form.keys(), List.of(refused.get())));
    }

    private View show(HttpStatus status, HttpServletRequest request, Region region, GridForm form) {
        return pages.show(status, "grids/grid", maker.grid(pages.screen(request), SignedIn.required(), region, form));
    }

    /** An existing community or grid; otherwise 404. */
    private Region region(String code) {
        return Optional.ofNullable(directories.current().regions().get(code))
                .filter(region -> region.level().equals("community") || region.grid())
                .filter(region -> !region.ended())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** A community or a grid that the user may change; otherwise 403. */
    private Region editableRegion(String code) {
        var region = region(code);
        Viewer viewer = SignedIn.required();
        if (!grids.mayEdit(viewer, code)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return region;
    }

    private Region editableGrid(String code) {
        var region = editableRegion(code);
        if (!region.grid()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return region;
    }
}
