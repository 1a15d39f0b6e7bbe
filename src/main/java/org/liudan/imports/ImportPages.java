package org.liudan.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Reason;
import org.liudan.identity.SignedIn;
import org.liudan.identity.Viewer;
import org.liudan.imports.Import.State;
import org.liudan.web.PageContext;
import org.liudan.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Files brought into a register: sent, looked at, confirmed, stopped, taken back. */
@Controller
class ImportPages {

    private static final String ALL = "/registers/{register}/imports";
    private static final String ONE = ALL + "/{id:\\d{1,18}}";
    /** What is soon done is done at once, so that whoever sent it need not wait for the next look. */
    private static final long SMALL = 200_000;

    private static final int LONGEST_NAME = 200;

    private final Pages pages;
    private final ImportDesk desk;
    private final ImportStore store;
    private final Imports imports;
    private final ImportPageMaker maker;

    ImportPages(Pages pages, ImportDesk desk, ImportStore store, Imports imports, ImportPageMaker maker) {
        this.pages = pages;
        this.desk = desk;
        this.store = store;
        this.imports = imports;
        this.maker = maker;
    }

    @GetMapping(ALL)
    View all(HttpServletRequest request, @PathVariable String register) {
        return all(HttpStatus.OK, pages.screen(request), method(register), List.of());
    }

    @PostMapping(ALL)
    View upload(
            HttpServletRequest request,
            @PathVariable String register,
            @RequestParam(name = "file", required = false) Optional<MultipartFile> sent)
            throws IOException {
        var viewer = SignedIn.required();
        var method = method(register);
        var entered = desk.entered(method, viewer).orElseThrow(ImportPages::unknown);
        var screen = pages.screen(request);
        if (sent.isEmpty() || sent.get().isEmpty()) {
            return all(HttpStatus.UNPROCESSABLE_CONTENT, screen, method, List.of(Reason.of("import.nothing-sent")));
        }
        var file = Files.createTempFile("import-", ".data");
        try {
            sent.get().transferTo(file);
            FileGuard.check(file);
            var name = name(sent.get());
            long id = store.create(entered, viewer.actor(), screen.t("import.note", name), name, file);
            soon(id);
            return new RedirectView("/registers/" + register + "/imports/" + id);
        } catch (UnreadableFile unreadable) {
            return all(HttpStatus.UNPROCESSABLE_CONTENT, screen, method, List.of(unreadable.reason()));
        } finally {
            Files.delete(file);
        }
    }

    @GetMapping(ONE)
    View one(HttpServletRequest request, @PathVariable String register, @PathVariable long id) {
        var viewer = SignedIn.required();
        var one = desk.find(register, id, viewer).orElseThrow(ImportPages::unknown);
        return pages.show(
                "imports/import", maker.page(pages.screen(request), method(register), one, desk.own(one, viewer)));
    }

    @PostMapping(ONE + "/confirmation")
    View confirm(@PathVariable String register, @PathVariable long id) {
        store.begin(own(register, id).id());
        soon(id);
        return back(register, id);
    }

    @PostMapping(ONE + "/stop")
    View stop(@PathVariable String register, @PathVariable long id) {
        store.move(own(register, id).id(), State.RUNNING, State.STOPPED, null);
        return back(register, id);
    }

    @PostMapping(ONE + "/continuation")
    View goOn(@PathVariable String register, @PathVariable long id) {
        store.move(own(register, id).id(), State.STOPPED, State.RUNNING, null);
        soon(id);
        return back(register, id);
    }

    @PostMapping(ONE + "/undoing")
    View undo(@PathVariable String register, @PathVariable long id) {
        store.undo(own(register, id).id(), SignedIn.required().account());
        soon(id);
        return back(register, id);
    }

    private View all(HttpStatus status, PageContext screen, Method register, List<Reason> reasons) {
        var viewer = SignedIn.required();
        var entered = desk.entered(register, viewer);
        var everybodys = desk.looks(viewer);
        var key = register.field(register.register().orElseThrow().key());
        return pages.show(
                status,
                "imports/imports",
                new ImportsPage(
                        register.id(),
                        screen.w(register.name()),
                        entered.isPresent(),
                        screen.w(key.name()),
                        entered.flatMap(ImportedRow::change)
                                .map(change -> screen.w(change.name()))
                                .orElse(""),
                        reasons,
                        store
                                .of(
                                        register.id(),
                                        everybodys ? "" : viewer.seat().unit(),
                                        viewer.seat().post())
                                .stream()
                                .map(one -> maker.line(screen, one))
                                .toList()));
    }

    private void soon(long id) {
        store.find(id).filter(one -> one.bytes() <= SMALL).ifPresent(one -> imports.work(id));
    }

    private Method method(String register) {
        return desk.register(register, SignedIn.required()).orElseThrow(ImportPages::unknown);
    }

    private Import own(String register, long id) {
        Viewer viewer = SignedIn.required();
        return desk.find(register, id, viewer)
                .filter(one -> desk.own(one, viewer))
                .orElseThrow(ImportPages::unknown);
    }

    private static String name(MultipartFile file) {
        var name = Optional.ofNullable(file.getOriginalFilename())
                .map(given -> given.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", ""))
                .filter(given -> !given.isBlank())
                .orElse("?");
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    private static View back(String register, long id) {
        return new RedirectView("/registers/" + register + "/imports/" + id);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
