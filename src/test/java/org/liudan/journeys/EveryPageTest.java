package org.liudan.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.People.CLERK;
import static org.liudan.testing.District.People.LEADER;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liudan.testing.District;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;

/** Every page that is linked exists, and is checked by {@link PageInspection}. */
@JourneyTest
class EveryPageTest {

    @Autowired
    District.People people;

    @Autowired
    SettableClock clock;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "community",
                "street",
                "office",
                "department",
                "leader",
                "inspector",
                "administrator",
                "security",
                "auditor"
            })
    void every_link_of_an_account_leads_to_a_page(String account, Town town) {
        clock.set("2026-11-16T09:00");
        supervised();
        var window = town.officer(account);
        for (var page : pagesOf(window)) {
            assertThat(window.open(page)).as(page).isEqualTo(200);
            if (page.startsWith("/admin") || account.equals("street")) {
                window.photograph("page" + page.replace('/', '-'));
            }
        }
    }

    @Test
    void pages_are_accessible_in_english_and_in_large_type(Town town) {
        clock.set("2026-11-16T09:00");
        var order = supervised();
        for (var window : List.of(town.resident(), town.officer("street"))) {
            var staff = window.page().url().endsWith("/desk");
            window.open(staff ? "/desk" : "/");
            change(window, staff, "长辈版");
            change(window, staff, "English");
            var paths = staff
                    ? Stream.of(
                            "/desk",
                            "/orders/" + town.numberOf(order),
                            "/meeting",
                            "/figures",
                            "/units/city-management",
                            "/ledger",
                            "/registers",
                            "/registers/fishermen",
                            "/registers/fishermen/months",
                            "/registers/fishermen/imports",
                            "/patrol",
                            "/patrol/keepers",
                            "/patrol/aside",
                            "/grids",
                            "/grids/431271001001",
                            "/methods/six-orders",
                            "/methods/language")
                    : Stream.of("/", "/raise", "/track", "/track/" + town.codeOf(order), "/sign-in");
            paths.forEach(path -> {
                assertThat(window.open(path)).isEqualTo(200);
                assertThat(window.page().locator("html").getAttribute("class")).isEqualTo("large");
                assertThat(window.page().locator("html").getAttribute("lang")).isEqualTo("en");
                window.photograph("large-english"
                        + path.replaceAll("/[0-9A-Z-]{8,}", "-order").replace('/', '-'));
            });
        }
    }

    @Test
    void the_button_of_a_long_form_scrolls_into_view_with_the_page(Town town) {
        clock.set("2026-11-16T09:00");
        var order = people.raised("表格比窗口高，记录比表格长");
        for (int note = 0; note < 12; note++) {
            people.does(CLERK, "note", order, "note", "第" + note + "次电话联系");
        }
        var window = town.officer("community");
        window.page().setViewportSize(Window.WIDE, 500);
        window.open("/orders/" + town.numberOf(order));
        var button = window.button("提交：当天上报街道");
        for (int turns = 0; turns < 20 && !inView(button); turns++) {
            window.page().mouse().wheel(0, 100);
        }
        assertThat(inView(button)).as("brought into view by scrolling the page").isTrue();
        window.page().evaluate("scrollTo(0, document.body.scrollHeight)");
        assertThat(inView(button)).as("in view at the end of the record").isTrue();
        assertThat(window.page().evaluate("act.scrollHeight > act.clientHeight"))
                .as("scrolls by itself")
                .isEqualTo(false);
    }

    @Test
    void the_printed_order_and_the_briefing_exist(Town town) {
        clock.set("2026-11-16T09:00");
        var order = supervised();
        var window = town.officer("leader");
        for (var path : List.of("/orders/" + town.numberOf(order) + "/print", "/briefing")) {
            assertThat(window.open(path)).isEqualTo(200);
            assertThat(window.shows(".paper h1")).isTrue();
        }
        window.photograph("briefing");
    }

    private static boolean inView(Locator button) {
        return (boolean)
                button.evaluate(
                        "shown => shown.getBoundingClientRect().top >= 0 && shown.getBoundingClientRect().bottom <= innerHeight");
    }

    private static void change(Window window, boolean staff, String choice) {
        if (staff) {
            window.page().locator(".menu summary").click();
        }
        window.click(window.button(choice));
    }

    private static List<String> pagesOf(Window window) {
        return window.page().locator("header a[href^='/']").all().stream()
                .map(link -> link.getAttribute("href"))
                .distinct()
                .toList();
    }

    private org.liudan.engine.order.Order supervised() {
        var order = people.dispatched("路灯不亮，领导在督办");
        return people.does(LEADER, "supervise", order, "cause", "进度慢", "days", "3");
    }
}
