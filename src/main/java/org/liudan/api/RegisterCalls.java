package org.liudan.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.Method;
import org.liudan.identity.SignedIn;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.registers.SubjectFilter;
import org.liudan.registers.Subjects;
import org.liudan.registers.VisibleRegisters;
import org.liudan.web.PageContext;
import org.liudan.web.Pages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Registers: which there are, their subjects, entering one. One subject is read and acted on as an order is. */
@RestController
class RegisterCalls {

    private static final String REGISTER = "/api/v1/registers/{register:[a-z0-9-]+}";

    /** What every list of subjects may be asked; the choices of a register besides. */
    static final List<String> PARAMETERS =
            List.of(ListRequest.AFTER, "keeper", "q", "region", ListRequest.SIZE, "step", "tab", "unseen");

    /** The registers that this program may know of. */
    record RegisterList(List<RegisterListEntry> registers) {}

    /** One of them. */
    record RegisterListEntry(String id, int version, String name, boolean confidential) {}

    /**
     * One of them with what a program needs to use it.
     *
     * @param key the field that a subject is known by
     * @param change the action by which a subject is corrected
     * @param filters the fields that its list can be narrowed by, as parameters
     * @param enter the ways to enter a subject that are open to this program, with their forms
     */
    record RegisterFacts(
            String id,
            int version,
            String name,
            boolean confidential,
            String key,
            List<String> visits,
            Optional<String> change,
            List<String> filters,
            List<ApiStarts.StartOption> enter) {}

    /**
     * One page of a list of subjects.
     *
     * @param next the address of the next page; none on the last one
     */
    record SubjectList(List<SubjectListEntry> subjects, Optional<String> next) {}

    /**
     * The subject to be entered.
     *
     * @param action a start action of the register; the first that is open to the program if none is named
     * @param draft a draft to which files were added before; it is entered once, whatever key is sent with it
     */
    record NewSubject(
            @Nullable String action, @Nullable Map<String, @Nullable Object> answers, Optional<String> draft) {}

    private final Pages pages;
    private final VisibleRegisters registers;
    private final Subjects subjects;
    private final OrderDesk desk;
    private final ApiStarts starts;
    private final ActionCalls actions;
    private final OrderResponses responses;

    RegisterCalls(
            Pages pages,
            VisibleRegisters registers,
            Subjects subjects,
            OrderDesk desk,
            ApiStarts beginnings,
            ActionCalls acts,
            OrderResponses answers) {
        this.pages = pages;
        this.registers = registers;
        this.subjects = subjects;
        this.desk = desk;
        this.starts = beginnings;
        this.actions = acts;
        this.responses = answers;
    }

    @GetMapping("/api/v1/registers")
    RegisterList registers(HttpServletRequest request) {
        var screen = pages.screen(request);
        return new RegisterList(registers.all(SignedIn.required()).stream()
                .map(register -> new RegisterListEntry(
                        register.id(), register.version(), screen.w(register.name()), register.confidential()))
                .toList());
    }

    @GetMapping(REGISTER)
    RegisterFacts register(HttpServletRequest request, @PathVariable String register) {
        var screen = pages.screen(request);
        var method = visibleRegister(register);
        var says = method.register().orElseThrow();
        return new RegisterFacts(
                method.id(),
                method.version(),
                screen.w(method.name()),
                method.confidential(),
                says.key(),
                says.visits(),
                says.change(),
                says.filters(),
                starts.options(method, SignedIn.required(), screen));
    }

    @GetMapping(REGISTER + "/subjects")
    ResponseEntity<SubjectList> subjects(HttpServletRequest request, @PathVariable String register) {
        var screen = pages.screen(request);
        var method = visibleRegister(register);
        check(request, method, screen);
        var size = ListRequest.size(parameter(request, ListRequest.SIZE), screen);
        var filter = SubjectFilter.of(request, method);
        var after = parameter(request, ListRequest.AFTER);
        var place = Subjects.Place.parse(after, filter);
        if (place.isEmpty() && !after.isEmpty()) {
            throw ApiRefusal.invalidField(ListRequest.AFTER, screen.t("problem.field.after"));
        }
        var listed = subjects.list(filter, method, SignedIn.required(), place, size);
        var next = listed.next()
                .map(mark -> filter.with(ListRequest.AFTER, mark.toString())
                                .replaceFirst("^/registers/[^?]+", "/api/v1$0/subjects")
                        + "&size=" + size);
        var answer = ResponseEntity.ok();
        next.ifPresent(address -> answer.header(HttpHeaders.LINK, "<" + address + ">; rel=\"next\""));
        return answer.body(new SubjectList(
                listed.subjects().stream()
                        .map(one -> SubjectListEntry.of(one, desk.methodOf(one), desk.setting(one), screen))
                        .toList(),
                next));
    }

    @PostMapping(REGISTER + "/subjects")
    ResponseEntity<OrderFacts> enter(
            HttpServletRequest request,
            @PathVariable String register,
            @RequestBody NewSubject wish,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestHeader(name = ReturnPreference.HEADER, required = false) @Nullable String prefer) {
        var method = visibleRegister(register);
        var screen = pages.screen(request);
        var entered = actions.raise(
                new OrderCalls.NewOrder(method.id(), wish.action(), wish.answers(), wish.draft()), key, screen);
        return responses.raised(entered, ReturnPreference.of(prefer), screen);
    }

    private static void check(HttpServletRequest request, Method register, PageContext screen) {
        var parts = new HashSet<>(SubjectFilter.parts(register));
        parts.add(ListRequest.SIZE);
        ListRequest.checkParameters(request, parts, screen);
        var tab = parameter(request, "tab");
        if (!tab.isEmpty() && !SubjectFilter.tabs().contains(tab)) {
            throw ApiRefusal.invalidField("tab", screen.t("problem.field.value"));
        }
    }

    private static String parameter(HttpServletRequest request, String part) {
        return Optional.ofNullable(request.getParameter(part)).orElse("");
    }

    private Method visibleRegister(String register) {
        return registers.find(register, SignedIn.required()).orElseThrow(() -> ApiRefusal.of(404));
    }
}
