package org.liudan.api;

import java.util.List;
import org.liudan.engine.method.Reason;
import org.liudan.web.PageContext;
import org.liudan.web.Problem.Fault;

/** Ends a request with a problem; made and seen at this outermost edge only. */
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

    /** Something about the request itself is wrong. */
    public static ApiRefusal invalidField(String field, String detail) {
        return new ApiRefusal(400, "", List.of(new Fault(field, detail)));
    }

    /** What the rules say no to: fields that are wrong, or what stands in the way. */
    static ApiRefusal of(List<Reason> reasons, PageContext screen) {
        var faults = reasons.stream()
                .filter(reason -> reason.field().isPresent())
                .map(reason -> new Fault(reason.field().get(), screen.reason(reason)))
                .toList();
        var detail = reasons.stream()
                .filter(reason -> reason.field().isEmpty())
                .map(screen::reason)
                .distinct()
                .reduce("", (one, other) -> one.isEmpty() ? other : one + " " + other);
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
