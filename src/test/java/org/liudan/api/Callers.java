package org.liudan.api;

import org.liudan.engine.Seat;
import org.liudan.people.By;
import org.liudan.testing.District;
import org.springframework.boot.test.context.TestComponent;

/** Lets programs in. */
@TestComponent
class Callers {

    static final Seat CLERK = new Seat(District.COMMUNITY, "clerk");
    static final Seat CLERK_ELSEWHERE = new Seat("431271218201", "clerk");
    static final Seat DISPATCHER = new Seat(District.STREET, "dispatcher");
    static final Seat HANDLER = new Seat("city-management", "handler");
    static final Seat INSPECTOR = new Seat("supervision", "inspector");
    static final By SECURITY = new By("security", "test");

    private final Programs programs;

    Callers(Programs programs, District.People district) {
        this.programs = programs;
    }

    Caller in(Seat seat, int port) {
        var made = programs.make("hotline", seat, "2027-06-30", SECURITY);
        return new Caller(port, ((Programs.Made.Token) made).token());
    }
}
