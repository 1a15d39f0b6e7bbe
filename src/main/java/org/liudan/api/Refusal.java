package org.liudan.api;

import java.util.List;
import org.liudan.engine.Reason;
import org.liudan.kit.Problem.Fault;
import org.liudan.kit.Screen;

/** Ends a request with a problem; made and seen at this outermost edge only. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String detail;
    private final transient List<Fault> faults;

    private Refusal(int status, String detail, List<Fault> faults) {
        super(status + " " + detail, null, false, false);
        this.status = status;
        this.detail = detail;
        this.faults = List.copyOf(faults);
    }

    static Refusal of(int status) {
        return new Refusal(status, "", List.of());
    }

    static Refusal of(int status, String detail) {
        return new Refusal(status, detail, List.of());
    }

    /** Something about the request itself is wrong. */
    static Refusal wrong(String field, String detail) {
        return new Refusal(400, "", List.of(new Fault(field, detail)));
    }

    /** What the rules say no to: fields that are wrong, or what stands in the way. */
    static Refusal of(List<Reason> reasons, Screen screen) {
        var faults = reasons.stream()
                .filter(reason -> reason.field().isPresent())
                .map(reason -> new Fault(reason.field().get(), screen.reason(reason)))
                .toList();
        var detail = reasons.stream()
                .filter(reason -> reason.field().isEmpty())
                .map(screen::reason)
                .distinct()
                .reduce("", (one, other) -> one.isEmpty() ? other : one + " " + other);
        return new Refusal(422, detail, faults);
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
