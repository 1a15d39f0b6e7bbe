package org.liudan.imports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.liudan.audit.Audit;
import org.liudan.identity.SignedIn;
import org.liudan.imports.Import.State;
import org.liudan.web.Pages;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What can be taken away of imports: the empty sheet, the rows that were refused, the file as it came. */
@Controller
class ImportFiles {

    private static final String ONE = "/registers/{register}/imports/{id:\\d{1,18}}";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Pages pages;
    private final ImportDesk desk;
    private final ImportStore store;
    private final ImportResults results;
    private final Audit audit;

    ImportFiles(Pages pages, ImportDesk desk, ImportStore store, ImportResults results, Audit audit) {
        this.pages = pages;
        this.desk = desk;
        this.store = store;
        this.results = results;
        this.audit = audit;
    }

    @GetMapping("/registers/{register}/template.xlsx")
    public void template(HttpServletRequest request, HttpServletResponse response, @PathVariable String register)
            throws IOException {
        var viewer = SignedIn.required();
        var entered = desk.register(register, viewer)
                .flatMap(method -> desk.entered(method, viewer))
                .orElseThrow(ImportFiles::unknown);
        var screen = pages.screen(request);
        var name = screen.t("import.template.name", screen.w(entered.register().name()));
        answer(response, XLSX, name + ".xlsx");
        new TemplateSheet(screen, entered).write(response.getOutputStream());
    }

    /** Personal data stands in it as it was sent, so who takes it is written down. */
    @GetMapping(ONE + "/faults.xlsx")
    public void faults(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String register,
            @PathVariable long id)
            throws IOException {
        var one = desk.find(register, id, SignedIn.required()).orElseThrow(ImportFiles::unknown);
        var screen = pages.screen(request);
        audit.record(SignedIn.from(request.getRemoteAddr()), "export", request.getRequestURI(), true);
        answer(response, XLSX, screen.t("import.faults") + " " + one.fileName().replaceAll("\\.[^.]*$", "") + ".xlsx");
        var pass = one.confirmedAt().isPresent() ? State.RUNNING : State.CHECKING;
        new FaultSheet(screen, one).write(response.getOutputStream(), each -> results.each(id, pass, each));
    }

    /** The file as it came, so that it can be seen where rows are from. */
    @GetMapping(ONE + "/file")
    public void file(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String register,
            @PathVariable long id)
            throws IOException {
        var one = desk.find(register, id, SignedIn.required()).orElseThrow(ImportFiles::unknown);
        audit.record(SignedIn.from(request.getRemoteAddr()), "export", request.getRequestURI(), true);
        answer(response, "application/octet-stream", one.fileName());
        var file = store.file(id);
        try {
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.delete(file);
        }
    }

    private static void answer(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
