package org.liudan.api;

import java.util.List;
import org.liudan.engine.method.Reason;
import org.liudan.web.PageContext;
import org.liudan.web.Problem.Fault;

/** Ends a request with a problem document. It is thrown and caught only in the API layer. */
public final class ApiRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String detail;
    private final transient List<Fault> faults;

    private ApiRefusal(int status, String detail, List<Fault> faults) {
        super(status + " " + detail, null, false, false);
        this.status = status;
        this.detail = detail;
        this.faults = List.copyOf(faults);
    }

    public static ApiRefusal of(int status) {
        return new ApiRefusal(status, "", List.of());
    }

    public static ApiRefusal of(int status, String detail) {
        return new ApiRefusal(status, detail, List.of());
    }

    /** Status 400: a field or parameter of the request is not valid. */
    public static ApiRefusal invalidField(String field, String detail) {
        return new ApiRefusal(400, "", List.of(new Fault(field, detail)));
    }

    /** Status 422: the rules refuse the action. Reasons with a field become faults, the others become the detail. */
    static ApiRefusal of(List<Reason> reasons, PageContext context) {
        var faults = reasons.stream()
                .filter(reason -> reason.field().isPresent())
                .map(reason -> new Fault(reason.field().get(), context.reason(reason)))
                .toList();
        var detail = reasons.stream()
                .filter(reason -> reason.field().isEmpty())
                .map(context::reason)
                .distinct()
                .reduce("", (joined, next) -> joined.isEmpty() ? next : joined + " " + next);
        return new ApiRefusal(422, detail, faults);
    }

    int status() {
        return status;
    }

    String detail() {
        return detail;
    }

    List<Fault> faults() {
        return faults;
    }
}
