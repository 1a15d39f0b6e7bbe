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

/** Lists registers and their subjects, and enters subjects. A single subject is read and acted on like an order. */
@RestController
class RegisterCalls {

    private static final String REGISTER = "/api/v1/registers/{register:[a-z0-9-]+}";

    /** Query parameters of every list of subjects. A register adds the fields that it can be filtered by. */
    static final List<String> PARAMETERS =
            List.of(ListRequest.AFTER, "keeper", "q", "region", ListRequest.SIZE, "step", "tab", "unseen");

    /** The registers that this program may see. */
    record RegisterList(List<RegisterListEntry> registers) {}

    /** A register in a list. */
    record RegisterListEntry(String id, int version, String name, boolean confidential) {}

    /**
     * A register, with everything that a program needs to use it.
     *
     * @param key the field that identifies a subject
     * @param visits the actions that record a visit
     * @param change the action that corrects a subject
     * @param filters the fields that the list can be filtered by, as query parameters
     * @param enter the start actions that this program may use to enter a subject, with their forms
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
     * @param next the path of the next page; empty on the last page
     */
    record SubjectList(List<SubjectListEntry> subjects, Optional<String> next) {}

    /**
     * The subject to be entered.
     *
     * @param action a start action of the register; null for the first one that the program may use
     * @param draft the token of a draft with files; it is entered only once, with any idempotency key
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
            ApiStarts starts,
            ActionCalls actions,
            OrderResponses responses) {
        this.pages = pages;
        this.registers = registers;
        this.subjects = subjects;
        this.desk = desk;
        this.starts = starts;
        this.actions = actions;
        this.responses = responses;
    }

    @GetMapping("/api/v1/registers")
    RegisterList registers(HttpServletRequest request) {
        var context = pages.screen(request);
        return new RegisterList(registers.all(SignedIn.required()).stream()
                .map(register -> new RegisterListEntry(
                        register.id(), register.version(), context.w(register.name()), register.confidential()))
                .toList());
    }

    @GetMapping(REGISTER)
    RegisterFacts register(HttpServletRequest request, @PathVariable String register) {
        var context = pages.screen(request);
        var method = visibleRegister(register);
        var rules = method.register().orElseThrow();
        return new RegisterFacts(
                method.id(),
                method.version(),
                context.w(method.name()),
                method.confidential(),
                rules.key(),
                rules.visits(),
                rules.change(),
                rules.filters(),
                starts.options(method, SignedIn.required(), context));
    }

    @GetMapping(REGISTER + "/subjects")
    ResponseEntity<SubjectList> subjects(HttpServletRequest request, @PathVariable String register) {
        var context = pages.screen(request);
        var method = visibleRegister(register);
        check(request, method, context);
        var size = ListRequest.size(parameter(request, ListRequest.SIZE), context);
        var filter = SubjectFilter.of(request, method);
        var after = parameter(request, ListRequest.AFTER);
        var place = Subjects.Place.parse(after, filter);
        if (place.isEmpty() && !after.isEmpty()) {
            throw ApiRefusal.invalidField(ListRequest.AFTER, context.t("problem.field.after"));
        }
        var listed = subjects.list(filter, method, SignedIn.required(), place, size);
        var next = listed.next()
                .map(position -> filter.with(ListRequest.AFTER, position.toString())
                                .replaceFirst("^/registers/[^?]+", "/api/v1$0/subjects")
                        + "&size=" + size);
        var response = ResponseEntity.ok();
        next.ifPresent(address -> response.header(HttpHeaders.LINK, "<" + address + ">; rel=\"next\""));
        return response.body(new SubjectList(
                listed.subjects().stream()
                        .map(subject ->
                                SubjectListEntry.of(subject, desk.methodOf(subject), desk.setting(subject), context))
                        .toList(),
                next));
    }

    @PostMapping(REGISTER + "/subjects")
    ResponseEntity<OrderFacts> enter(
            HttpServletRequest request,
            @PathVariable String register,
            @RequestBody NewSubject newSubject,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestHeader(name = ReturnPreference.HEADER, required = false) @Nullable String prefer) {
        var method = visibleRegister(register);
        var context = pages.screen(request);
        var entered = actions.raise(
                new OrderCalls.NewOrder(method.id(), newSubject.action(), newSubject.answers(), newSubject.draft()),
                key,
                context);
        return responses.raised(entered, ReturnPreference.of(prefer), context);
    }

    private static void check(HttpServletRequest request, Method register, PageContext context) {
        var names = new HashSet<>(SubjectFilter.parts(register));
        names.add(ListRequest.SIZE);
        ListRequest.checkParameters(request, names, context);
        var tab = parameter(request, "tab");
        if (!tab.isEmpty() && !SubjectFilter.tabs().contains(tab)) {
            throw ApiRefusal.invalidField("tab", context.t("problem.field.value"));
        }
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    private Method visibleRegister(String register) {
        return registers.find(register, SignedIn.required()).orElseThrow(() -> ApiRefusal.of(404));
    }
}
