package org.liudan.registers;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.liudan.audit.Audit;
import org.liudan.engine.method.Method;
import org.liudan.engine.order.Order;
import org.liudan.identity.SignedIn;
import org.liudan.identity.Viewer;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.privacy.Seals;
import org.liudan.registers.Subjects.Place;
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

/** The registers, and the list of each. */
@Controller
class SubjectPages {

    private final Pages pages;
    private final VisibleRegisters registers;
    private final Subjects subjects;
    private final SubjectListMaker maker;
    private final OrderDesk desk;
    private final Audit audit;
    private final Seals seals;

    SubjectPages(
            Pages pages,
            VisibleRegisters registers,
            Subjects subjects,
            SubjectListMaker maker,
            OrderDesk desk,
            Audit audit,
            Seals seals) {
        this.pages = pages;
        this.registers = registers;
        this.subjects = subjects;
        this.maker = maker;
        this.desk = desk;
        this.audit = audit;
        this.seals = seals;
    }

    @GetMapping("/registers")
    View registers() {
        var viewer = SignedIn.required();
        return pages.show(
                "registers/registers",
                new RegisterListPage(registers.all(viewer).stream()
                        .map(register -> tile(register, viewer))
                        .toList()));
    }

    @GetMapping("/registers/{register}")
    View list(
            HttpServletRequest request,
            @PathVariable String register,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String totals) {
        var viewer = SignedIn.required();
        var method = register(register, viewer);
        var filter = SubjectFilter.of(request, method);
        return pages.show(
                "registers/list",
                maker.page(
                        pages.screen(request),
                        viewer,
                        method,
                        filter,
                        Place.parse(after, filter),
                        totals.equals("all")));
    }

    /** The list as an Excel sheet; each download is recorded in the audit. */
    @GetMapping("/registers/{register}.xlsx")
    public void export(HttpServletRequest request, HttpServletResponse response, @PathVariable String register)
            throws IOException {
        var viewer = SignedIn.required();
        var method = register(register, viewer);
        var filter = SubjectFilter.of(request, method);
        var context = pages.screen(request);
        audit.record(SignedIn.from(request.getRemoteAddr()), "export", filter.address(), true);
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(context.w(method.name()) + ".xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        new SubjectSheet(context, seals, method)
                .write(
                        response.getOutputStream(),
                        consumer -> subjects.forEach(filter, method, viewer, consumer),
                        desk.setting(Order.unraised(0, method.id(), method.version())));
    }

    private RegisterListPage.RegisterTile tile(Method register, Viewer viewer) {
        return new RegisterListPage.RegisterTile(
                register.id(),
                register.name(),
                count(register, viewer, SubjectFilter.SubjectTab.KEPT),
                count(register, viewer, SubjectFilter.SubjectTab.OVERDUE),
                count(register, viewer, SubjectFilter.SubjectTab.SOON),
                register.register().orElseThrow().cycle().isPresent());
    }

    private long count(Method register, Viewer viewer, SubjectFilter.SubjectTab tab) {
        return subjects.count(new SubjectFilter(register.id(), Map.of("tab", tab.id())), register, viewer);
    }

    private Method register(String id, Viewer viewer) {
        return registers.find(id, viewer).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
