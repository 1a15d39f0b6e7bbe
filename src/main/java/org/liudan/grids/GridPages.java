package org.liudan.grids;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.liudan.batches.Batches;
import org.liudan.engine.method.Reason;
import org.liudan.grids.GridPage.Form;
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

/** The grids of a street: who works in them, what lies in them, and drawing them anew. */
@Controller
class GridPages {

    private static final int MOST = 2_000;

    private final Pages pages;
    private final Directories directories;
    private final Grids grids;
    private final GridPageMaker maker;
    private final GridContents lying;
    private final Batches batches;
    private final MisplacedSubjects redrawing;

    GridPages(
            Pages pages,
            Directories directories,
            Grids grids,
            GridPageMaker maker,
            GridContents lying,
            Batches batches,
            MisplacedSubjects redrawing) {
        this.redrawing = redrawing;
        this.pages = pages;
        this.directories = directories;
        this.grids = grids;
        this.maker = maker;
        this.lying = lying;
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
        return show(HttpStatus.OK, request, region(code), Form.EMPTY);
    }

    /** Divides a community or a grid once more. */
    @PostMapping("/grids/{code}/add")
    View add(HttpServletRequest request, @PathVariable String code, @RequestParam(defaultValue = "") String name) {
        var region = drawn(code);
        return done(
                request,
                region,
                code,
                new Form(name, "", "", List.of()),
                grids.add(code, name.strip(), SignedIn.from(request.getRemoteAddr())));
    }

    @PostMapping("/grids/{code}/name")
    View rename(HttpServletRequest request, @PathVariable String code, @RequestParam(defaultValue = "") String name) {
        var region = grid(code);
        return done(
                request,
                region,
                code,
                new Form(name, "", "", List.of()),
                grids.rename(region, name.strip(), SignedIn.from(request.getRemoteAddr())));
    }

    @PostMapping("/grids/{code}/dissolve")
    View dissolve(HttpServletRequest request, @PathVariable String code) {
        var region = grid(code);
        return done(
                request,
                region,
                region.parent(),
                Form.EMPTY,
                grids.dissolve(region, SignedIn.from(request.getRemoteAddr())));
    }

    /** Moves subjects here, named by what their register knows them by, one a line. */
    @PostMapping("/grids/{code}/subjects")
    View move(
            HttpServletRequest request,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String register,
            @RequestParam(defaultValue = "") String keys) {
        var region = drawn(code);
        var viewer = SignedIn.required();
        var wanted = Arrays.stream(keys.split("[\\s,，、;；]+"))
                .filter(key -> !key.isEmpty())
                .distinct()
                .toList();
        var fault = wanted.isEmpty() || wanted.size() > MOST
                ? Optional.of(Reason.of("grid.keys.wrong", MOST))
                : Optional.<Reason>empty();
        var found = fault.isEmpty() ? lying.find(register, wanted, viewer) : null;
        if (found != null && found.size() < wanted.size()) {
            fault = Optional.of(Reason.of("grid.keys.unknown", missing(wanted, found.keySet())));
        }
        if (fault.isPresent() || found == null) {
            var reason = fault.orElseThrow();
            return show(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    request,
                    region,
                    new Form(
                            "", register, keys, List.of(new Reason(reason.key(), reason.args(), Optional.of("keys")))));
        }
        var ids = List.copyOf(found.values());
        return new RedirectView("/batches/" + batches.relocate(register, code, viewer.actor(), ids));
    }

    /** Moves whatever lies elsewhere by the map. */
    @PostMapping("/grids/{code}/redraw")
    View redraw(HttpServletRequest request, @PathVariable String code) {
        var region = drawn(code);
        var begun = redrawing.redraw(code, SignedIn.required().actor());
        return begun.isEmpty()
                ? show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        request,
                        region,
                        new Form("", "", "", List.of(Reason.of("grid.nothing-misplaced"))))
                : new RedirectView(begun.size() == 1 ? "/batches/" + begun.get(0) : "/grids/" + code);
    }

    private static String missing(List<String> wanted, java.util.Set<String> found) {
        var missing = wanted.stream().filter(key -> !found.contains(key)).toList();
        return String.join("、", missing.subList(0, Math.min(10, missing.size())))
                + (missing.size() > 10 ? " … (" + missing.size() + ")" : "");
    }

    private View done(HttpServletRequest request, Region region, String then, Form form, Optional<Reason> refused) {
        return refused.isEmpty()
                ? new RedirectView("/grids/" + then)
                : show(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        request,
                        region,
                        new Form(form.name(), form.register(), form.keys(), List.of(refused.get())));
    }

    private View show(HttpStatus status, HttpServletRequest request, Region region, Form form) {
        return pages.show(status, "grids/grid", maker.grid(pages.screen(request), SignedIn.required(), region, form));
    }

    /** A community or a grid. */
    private Region region(String code) {
        return Optional.ofNullable(directories.current().regions().get(code))
                .filter(region -> region.level().equals("community") || region.grid())
                .filter(region -> !region.ended())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** A community or a grid that whoever asks may change. */
    private Region drawn(String code) {
        var region = region(code);
        Viewer viewer = SignedIn.required();
        if (!grids.drawnBy(viewer, code)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return region;
    }

    private Region grid(String code) {
        var region = drawn(code);
        if (!region.grid()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return region;
    }
}
