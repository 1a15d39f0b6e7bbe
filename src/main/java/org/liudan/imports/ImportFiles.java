package org.liudan.imports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.liudan.audit.Audit;
import org.liudan.identity.SignedIn;
import org.liudan.imports.Import.ImportState;
import org.liudan.web.Pages;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Downloads of imports: the empty template, the rejected rows, and the original file. */
@Controller
class ImportFiles {

    private static final String IMPORT_PATH = "/registers/{register}/imports/{id:\\d{1,18}}";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Pages pages;
    private final ImportDesk desk;
    private final ImportFileStore files;
    private final ImportResults results;
    private final Audit audit;

    ImportFiles(Pages pages, ImportDesk desk, ImportFileStore files, ImportResults results, Audit audit) {
        this.pages = pages;
        this.desk = desk;
        this.files = files;
        this.results = results;
        this.audit = audit;
    }

    @GetMapping("/registers/{register}/template.xlsx")
    public void template(HttpServletRequest request, HttpServletResponse response, @PathVariable String register)
            throws IOException {
        var viewer = SignedIn.required();
        var form = desk.register(register, viewer)
                .flatMap(method -> desk.formFor(method, viewer))
                .orElseThrow(ImportFiles::notFound);
        var context = pages.screen(request);
        var name = context.t("import.template.name", context.w(form.register().name()));
        setDownloadHeaders(response, XLSX, name + ".xlsx");
        new TemplateSheet(context, form).write(response.getOutputStream());
    }

    /** The rejected rows contain unmasked personal data, so each download is recorded in the audit. */
    @GetMapping(IMPORT_PATH + "/faults.xlsx")
    public void faults(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String register,
            @PathVariable long id)
            throws IOException {
        var fileImport = desk.find(register, id, SignedIn.required()).orElseThrow(ImportFiles::notFound);
        var context = pages.screen(request);
        audit.record(SignedIn.from(request.getRemoteAddr()), "export", request.getRequestURI(), true);
        setDownloadHeaders(
                response,
                XLSX,
                context.t("import.faults") + " " + fileImport.file().name().replaceAll("\\.[^.]*$", "") + ".xlsx");
        var pass = fileImport.times().confirmedAt().isPresent() ? ImportState.RUNNING : ImportState.CHECKING;
        new FaultSheet(context, fileImport)
                .write(response.getOutputStream(), rows -> results.forEachRow(id, pass, rows));
    }

    /** The original file, to show where rows came from. */
    @GetMapping(IMPORT_PATH + "/file")
    public void file(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String register,
            @PathVariable long id)
            throws IOException {
        var fileImport = desk.find(register, id, SignedIn.required()).orElseThrow(ImportFiles::notFound);
        audit.record(SignedIn.from(request.getRemoteAddr()), "export", request.getRequestURI(), true);
        setDownloadHeaders(
                response, "application/octet-stream", fileImport.file().name());
        var file = files.read(id);
        try {
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.delete(file);
        }
    }

    private static void setDownloadHeaders(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
