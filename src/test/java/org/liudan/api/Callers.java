package org.liudan.api;

import org.liudan.audit.AuditSource;
import org.liudan.engine.order.Seat;
import org.liudan.programs.Programs;
import org.liudan.testing.District;
import org.springframework.boot.test.context.TestComponent;

/** Registers programs for the tests. */
@TestComponent
public class Callers {

    static final Seat CLERK = new Seat(District.COMMUNITY, "clerk");
    static final Seat CLERK_ELSEWHERE = new Seat("431271218201", "clerk");
    static final Seat DISPATCHER = new Seat(District.STREET, "dispatcher");
    static final Seat HANDLER = new Seat("city-management", "handler");
    public static final Seat INSPECTOR = new Seat("supervision", "inspector");
    static final AuditSource SECURITY = new AuditSource("security", "test");

    private final Programs programs;

    Callers(Programs programs, District.People district) {
        this.programs = programs;
    }

    /** A new program with the rights of a post. */
    public Caller caller(Seat seat, int port) {
        var registered = programs.make("hotline", seat, "2027-06-30", SECURITY);
        return new Caller(port, ((Programs.Made.Token) registered).token());
    }
}
