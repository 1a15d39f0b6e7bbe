package org.liudan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.liudan.testing.Browser;
import org.liudan.testing.District;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every form shown to several posts, with a script in all its text fields at once. */
@AccessDistrict
class StoredScriptsTest {

    private static final String SCRIPT = "\"'><script>alert(1)</script>";
    private static final Pattern START = Pattern.compile("href=\"(/(?:orders/new|raise)/[a-z0-9/-]+)\"");
    private static final Pattern REGISTER = Pattern.compile("href=\"(/registers/[a-z0-9-]+)\"");
    private static final Pattern ERROR = Pattern.compile("<li><a href=\"#f-([a-z0-9-]+)\">");
    private static final Pattern SAVED = Pattern.compile("^(?:https?://[^/]+)?(/(?:orders|subjects)/\\d{8}-\\d+).*");
    private static final List<String> OFFICERS = List.of(
            "community",
            "street",
            "street-secretary",
            "department",
            "leader",
            "inspector",
            "handler-inspection-office");
    private static final List<String> LISTS = List.of(
            "/desk?tab=doing",
            "/ledger",
            "/meeting",
            "/callbacks",
            "/notices",
            "/registers",
            "/registers/fishermen",
            "/briefing?month=2026-11",
            "/grids/431271001001",
            "/map/here?state=all&box=109,26,111,28");
    /** Forms that lock accounts, end sessions or change what other tests in this district rely on. */
    private static final Set<String> LEFT_OUT =
            Set.of("/sign-out", "/sign-in", "/password", "/language", "/type-size", "/post", "/notices", "/reveal");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private final Set<String> done = new HashSet<>();
    private final Set<String> saved = new TreeSet<>();
    private int texts;

    @Test
    void a_script_in_every_text_field_of_every_form_is_shown_and_never_run() {
        var resident = new Browser(port);
        fill(resident, "/raise");
        for (var account : OFFICERS) {
            var officer = new Browser(port).as(account);
            for (var page : starts(officer)) {
                fill(officer, page);
            }
            // then the actions on the raised orders
            for (var page : List.copyOf(saved)) {
                fill(officer, page);
            }
        }
        for (var account : List.of("community", "street", "inspector", "handler-inspection-office")) {
            var reader = new Browser(port).as(account);
            LISTS.forEach(page -> safe(page, reader.get(page)));
            links(REGISTER, reader.get("/registers")).forEach(page -> safe(page, reader.get(page)));
            saved.forEach(page -> {
                safe(page, reader.get(page));
                safe(page, reader.get(page + "/print"));
            });
        }
        assertThat(saved).as("raised and entered with scripts").hasSizeGreaterThan(15);
        assertThat(texts).as("text fields filled in").isGreaterThan(150);
        assertThat(jdbc.sql("select count(*) from order_event where body like '%<script>alert(1)%'")
                        .query(Long.class)
                        .single())
                .as("events that hold one")
                .isGreaterThan(10);
    }

    @Test
    void a_script_in_the_forms_of_those_who_run_the_system_is_never_run() {
        for (var door :
                List.of("administrator /admin/calendar", "security /admin/people", "security /admin/programs")) {
            var browser = new Browser(port).as(door.substring(0, door.indexOf(' ')));
            fill(browser, door.substring(door.indexOf(' ') + 1));
        }
        var security = new Browser(port).as("security");
        safe("/admin/people", security.get("/admin/people"));
        safe("/admin/programs", security.get("/admin/programs"));
        safe("/admin/audit", new Browser(port).as("auditor").get("/admin/audit"));
    }

    private static List<String> starts(Browser browser) {
        var pages = new TreeSet<>(List.of("/orders/new"));
        pages.addAll(links(START, browser.get("/orders/new")));
        for (var register : links(REGISTER, browser.get("/registers"))) {
            pages.addAll(links(START, browser.get(register)));
        }
        return List.copyOf(pages);
    }

    private static List<String> links(Pattern pattern, Browser.Answer page) {
        return pattern.matcher(page.body())
                .results()
                .map(link -> link.group(1))
                .distinct()
                .toList();
    }

    /** Sends every form of a page that was not sent before. */
    private void fill(Browser browser, String path) {
        var page = browser.get(path);
        safe(path, page);
        if (page.status() != 200) {
            return;
        }
        for (var form : SentForm.all(page.body(), path, SCRIPT)) {
            var what = form.action().replaceAll("\\d{8}-\\d+", "*");
            if (form.texts() > 0 && LEFT_OUT.stream().noneMatch(form.action()::endsWith) && !done.contains(what)) {
                texts += form.texts();
                if (submitted(browser, form.with("region", District.COMMUNITY, "person", "陈女士"))) {
                    done.add(what);
                }
            }
        }
    }

    /** Sends a form; if fields refuse such a text, sends it once more without them. */
    private boolean submitted(Browser browser, SentForm form) {
        var answer = browser.post(form.action(), form.filled().toArray(String[]::new));
        safe(form.action(), answer);
        var refusedFields = Set.copyOf(links(ERROR, answer));
        if (answer.status() == 422 && !refusedFields.isEmpty()) {
            answer = browser.post(
                    form.action(), form.without(refusedFields).filled().toArray(String[]::new));
            safe(form.action(), answer);
        }
        var place = SAVED.matcher(answer.location());
        if (place.matches()) {
            saved.add(place.group(1));
        }
        return answer.status() == 302;
    }

    private static void safe(String page, Browser.Answer answer) {
        assertThat(answer.status()).as(page).isLessThan(500);
        assertThat(answer.body()).as(page).doesNotContain("<script>alert");
    }
}
