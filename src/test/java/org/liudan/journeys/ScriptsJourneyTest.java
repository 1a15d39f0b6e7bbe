package org.liudan.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.People.CLERK;
import static org.liudan.testing.District.People.DISPATCHER;
import static org.liudan.testing.District.People.HANDLER;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.liudan.testing.District;
import org.liudan.testing.Play;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;

/** Scripts in texts of users are shown as text and never run. */
@JourneyTest
class ScriptsJourneyTest {

    private static final String SCRIPT =
            "\"'><script>alert(1)</script><img src=x onerror=alert(2)><a href=javascript:alert(3)>x</a>";

    @Autowired
    District.People people;

    @Autowired
    Play play;

    @Autowired
    SettableClock clock;

    /** An error of the browser, about a script or the content security policy, fails any journey. */
    @Test
    void a_script_in_every_field_of_an_order_runs_nowhere_and_breaks_no_page(Town town) {
        clock.set("2026-11-16T09:00");
        var order = play.raises(
                "six-orders",
                Play.RESIDENT,
                "raise",
                "title",
                "<script>alert(0)</script>",
                "content",
                SCRIPT,
                "region",
                District.COMMUNITY,
                "place",
                SCRIPT,
                "point",
                "109.991,27.112");
        people.does(
                CLERK,
                "report",
                order,
                "reasonable",
                "urgent",
                "category",
                "environment.noise",
                "words",
                SCRIPT,
                "note",
                SCRIPT);
        people.does(DISPATCHER, "sign", order, "words", SCRIPT);
        people.does(DISPATCHER, "dispatch", order, "department", "city-management", "note", SCRIPT);
        people.does(HANDLER, "accept", order, "difficulty", "ordinary", "words", SCRIPT);
        var dialogs = new ArrayList<String>();
        var officer = town.officer("department");
        var resident = town.resident();
        for (var window : new Window[] {officer, resident}) {
            window.page().onDialog(dialog -> {
                dialogs.add(dialog.message());
                dialog.dismiss();
            });
        }
        for (var page : new String[] {"/orders/" + town.numberOf(order), "/desk?tab=doing", "/map?state=all"}) {
            assertThat(officer.open(page)).as(page).isEqualTo(200);
            assertThat(officer.page()
                            .locator("img[src=x], a[href^='javascript:']")
                            .count())
                    .as(page)
                    .isZero();
        }
        assertThat(resident.open("/track/" + town.codeOf(order))).isEqualTo(200);
        assertThat(resident.text("main")).contains("<script>alert(1)</script>");
        assertThat(dialogs).isEmpty();
    }
}
