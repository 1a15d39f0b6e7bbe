package org.liudan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.liudan.testing.District;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;

/** The desk is used with the keyboard. */
@JourneyTest
class KeyboardJourneyTest {

    private static final String FOCUSED = "() => document.activeElement.innerText.trim()";

    @Autowired
    District.People people;

    @Autowired
    SettableClock clock;

    @Test
    void j_and_k_move_enter_opens_u_goes_back_and_slash_searches(Town town) {
        // given two orders on the desk
        clock.set("2026-11-16T09:00");
        people.raised("键盘第一件");
        people.raised("键盘第二件");
        var window = town.officer("community");
        var desk = DeskScreen.open(window, "todo").search("键盘");
        var keyboard = window.page().keyboard();
        var titles = desk.titles();
        assertThat(titles).hasSize(2);
        // when
        keyboard.press("j");
        keyboard.press("j");
        assertThat(window.page().evaluate(FOCUSED)).isEqualTo(titles.get(1));
        keyboard.press("k");
        assertThat(window.page().evaluate(FOCUSED)).isEqualTo(titles.get(0));
        window.navigate(() -> keyboard.press("Enter"));
        // then
        assertThat(window.text("main h1")).isEqualTo(titles.get(0));
        window.navigate(() -> keyboard.press("u"));
        assertThat(desk.titles()).isEqualTo(titles);
        keyboard.press("/");
        assertThat(window.page().locator("input[type=search]:focus").inputValue())
                .isEqualTo("键盘");
        keyboard.press("Control+A");
        keyboard.type("第二");
        window.navigate(() -> keyboard.press("Enter"));
        assertThat(desk.titles()).contains("键盘第二件").doesNotContain("键盘第一件");
    }

    @Test
    void an_order_is_reported_without_a_mouse(Town town) {
        // given
        clock.set("2026-11-16T09:00");
        var order = people.raised("不用鼠标办理");
        var window = town.order("community", order).window();
        var keyboard = window.page().keyboard();
        // when
        window.page().locator("input[name=reasonable]").first().focus();
        keyboard.press("Space");
        keyboard.press("Tab");
        keyboard.press("ArrowDown");
        window.page().locator("form[action$='/actions/report'] button.main").focus();
        window.navigate(() -> keyboard.press("Enter"));
        // then
        assertThat(new OrderScreen(window).status()).isEqualTo("待街道签收");
    }

    @Test
    void a_question_mark_shows_the_shortcuts_and_escape_closes_them_and_the_menu(Town town) {
        var window = town.officer("street");
        var keyboard = window.page().keyboard();
        keyboard.press("?");
        assertThat(window.shows("#keys")).isTrue();
        assertThat(window.texts("#keys kbd")).contains("J", "/", "Esc");
        keyboard.press("Escape");
        assertThat(window.shows("#keys")).isFalse();
        window.page().locator(".menu summary").click();
        assertThat(window.shows(".menu a[href='/password']")).isTrue();
        keyboard.press("Escape");
        assertThat(window.shows(".menu a[href='/password']")).isFalse();
    }

    @Test
    void the_first_press_of_tab_offers_to_skip_the_navigation(Town town) {
        for (var window : new Window[] {town.resident(), town.officer("street")}) {
            window.open(window.page().url().endsWith("/desk") ? "/desk" : "/raise");
            var keyboard = window.page().keyboard();
            keyboard.press("Tab");
            assertThat(window.page().evaluate(FOCUSED)).isEqualTo("跳到正文");
            assertThat(window.page().locator(".skip").boundingBox().x).isPositive();
            keyboard.press("Enter");
            keyboard.press("Tab");
            assertThat(window.page().evaluate("() => document.activeElement.closest('main') !== null"))
                    .isEqualTo(true);
        }
    }
}
