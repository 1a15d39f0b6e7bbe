package org.liudan.registers;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.liudan.audit.Audit;
import org.liudan.identity.SignedIn;
import org.liudan.web.PageContext;
import org.liudan.web.Pages;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/** The monthly figures of a register, as a page and as a sheet. */
@Controller
class MonthPages {

    private final Pages pages;
    private final VisibleRegisters registers;
    private final MonthsPageMaker maker;
    private final Audit audit;

    MonthPages(Pages pages, VisibleRegisters registers, MonthsPageMaker maker, Audit audit) {
        this.pages = pages;
        this.registers = registers;
        this.maker = maker;
        this.audit = audit;
    }

    @GetMapping("/registers/{register}/months")
    View months(
            HttpServletRequest request,
            @PathVariable String register,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String street) {
        return pages.show("registers/months", page(pages.screen(request), register, year, street));
    }

    /** Each download is recorded in the audit. */
    @GetMapping("/registers/{register}/months.xlsx")
    public void sheet(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String register,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String street)
            throws IOException {
        var context = pages.screen(request);
        var page = page(context, register, year, street);
        audit.record(SignedIn.from(request.getRemoteAddr()), "export", page.sheet(), true);
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(context.t("months.title", page.name()) + ".xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        new MonthSheet(context).write(response.getOutputStream(), page);
    }

    private MonthsPage page(PageContext context, String register, String year, String street) {
        var viewer = SignedIn.required();
        var method =
                registers.find(register, viewer).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return maker.page(context, viewer, method, year, street);
    }
}
