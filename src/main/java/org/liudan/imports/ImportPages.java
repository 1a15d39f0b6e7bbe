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
import org.liudan.imports.Import.ImportState;
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

/** Pages of imports into a register: upload, preview, confirm, stop, resume, undo. */
@Controller
class ImportPages {

    private static final String LIST_PATH = "/registers/{register}/imports";
    private static final String IMPORT_PATH = LIST_PATH + "/{id:\\d{1,18}}";
    /** Files up to this size are processed in the request itself, so that the user need not wait for the next job run. */
    private static final long IMMEDIATE_BYTES = 200_000;

    private static final int MAX_NAME_LENGTH = 200;

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

    @GetMapping(LIST_PATH)
    View list(HttpServletRequest request, @PathVariable String register) {
        return listPage(HttpStatus.OK, pages.screen(request), method(register), List.of());
    }

    @PostMapping(LIST_PATH)
    View upload(
            HttpServletRequest request,
            @PathVariable String register,
            @RequestParam(name = "file", required = false) Optional<MultipartFile> upload)
            throws IOException {
        var viewer = SignedIn.required();
        var method = method(register);
        var form = desk.formFor(method, viewer).orElseThrow(ImportPages::notFound);
        var context = pages.screen(request);
        if (upload.isEmpty() || upload.get().isEmpty()) {
            return listPage(
                    HttpStatus.UNPROCESSABLE_CONTENT, context, method, List.of(Reason.of("import.nothing-sent")));
        }
        var file = Files.createTempFile("import-", ".data");
        try {
            upload.get().transferTo(file);
            FileGuard.check(file);
            var name = fileName(upload.get());
            long id = store.create(form, viewer.actor(), context.t("import.note", name), name, file);
            runIfSmall(id);
            return new RedirectView("/registers/" + register + "/imports/" + id);
        } catch (UnreadableFile unreadable) {
            return listPage(HttpStatus.UNPROCESSABLE_CONTENT, context, method, List.of(unreadable.reason()));
        } finally {
            Files.delete(file);
        }
    }

    @GetMapping(IMPORT_PATH)
    View show(HttpServletRequest request, @PathVariable String register, @PathVariable long id) {
        var viewer = SignedIn.required();
        var found = desk.find(register, id, viewer).orElseThrow(ImportPages::notFound);
        return pages.show(
                "imports/import",
                maker.page(pages.screen(request), method(register), found, desk.isOwn(found, viewer)));
    }

    @PostMapping(IMPORT_PATH + "/confirmation")
    View confirm(@PathVariable String register, @PathVariable long id) {
        store.confirm(ownImport(register, id).id());
        runIfSmall(id);
        return redirectTo(register, id);
    }

    @PostMapping(IMPORT_PATH + "/stop")
    View stop(@PathVariable String register, @PathVariable long id) {
        store.changeState(ownImport(register, id).id(), ImportState.RUNNING, ImportState.STOPPED, null);
        return redirectTo(register, id);
    }

    @PostMapping(IMPORT_PATH + "/continuation")
    View resume(@PathVariable String register, @PathVariable long id) {
        store.changeState(ownImport(register, id).id(), ImportState.STOPPED, ImportState.RUNNING, null);
        runIfSmall(id);
        return redirectTo(register, id);
    }

    @PostMapping(IMPORT_PATH + "/undoing")
    View undo(@PathVariable String register, @PathVariable long id) {
        store.startUndo(ownImport(register, id).id(), SignedIn.required().account());
        runIfSmall(id);
        return redirectTo(register, id);
    }

    private View listPage(HttpStatus status, PageContext context, Method register, List<Reason> reasons) {
        var viewer = SignedIn.required();
        var form = desk.formFor(register, viewer);
        var reviewer = desk.isReviewer(viewer);
        var key = register.field(register.register().orElseThrow().key());
        return pages.show(
                status,
                "imports/imports",
                new ImportsPage(
                        register.id(),
                        context.w(register.name()),
                        form.isPresent(),
                        context.w(key.name()),
                        form.flatMap(ImportForm::change)
                                .map(change -> context.w(change.name()))
                                .orElse(""),
                        reasons,
                        store
                                .list(
                                        register.id(),
                                        reviewer ? "" : viewer.seat().unit(),
                                        viewer.seat().post())
                                .stream()
                                .map(found -> maker.line(context, found))
                                .toList()));
    }

    private void runIfSmall(long id) {
        store.find(id).filter(found -> found.file().bytes() <= IMMEDIATE_BYTES).ifPresent(found -> imports.work(id));
    }

    private Method method(String register) {
        return desk.register(register, SignedIn.required()).orElseThrow(ImportPages::notFound);
    }

    private Import ownImport(String register, long id) {
        Viewer viewer = SignedIn.required();
        return desk.find(register, id, viewer)
                .filter(found -> desk.isOwn(found, viewer))
                .orElseThrow(ImportPages::notFound);
    }

    private static String fileName(MultipartFile file) {
        var name = Optional.ofNullable(file.getOriginalFilename())
                .map(original -> original.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", ""))
                .filter(original -> !original.isBlank())
                .orElse("?");
        return name.substring(0, Math.min(MAX_NAME_LENGTH, name.length()));
    }

    private static View redirectTo(String register, long id) {
        return new RedirectView("/registers/" + register + "/imports/" + id);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
