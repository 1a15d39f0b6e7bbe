package org.liudan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.liudan.testing.District;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;

/** 一件事一次办: one application, uploaded once, handled by three utilities at the same time. */
@JourneyTest
class OneMatterJourneyTest {

    private static final String TITLE = "二手房水电气联动过户";

    @Autowired
    SettableClock clock;

    @Test
    void an_applicant_applies_once_and_sees_one_progress(Town town) {
        // given an applicant who uploads the contract once
        clock.set("2026-11-16T09:00");
        var resident = town.resident();
        var start = StartScreen.open(resident, "/raise/one-matter");
        resident.photograph("one-matter");
        var track = start.raise(
                "region",
                District.COMMUNITY,
                "place",
                "解放路 8 号",
                "person",
                "居民乙",
                "phone",
                "13800000001",
                "documents",
                "买卖合同.jpg");
        var code = track.code();
        DeskScreen.open(town.officer("handler-government-hall"), "todo")
                .open(TITLE)
                .perform("accept");

        // when each utility uses what was uploaded
        for (var account : new String[] {"handler-water-supply", "handler-power-supply", "handler-gas-supply"}) {
            var part = DeskScreen.open(town.officer(account), "todo").open(TITLE);
            assertThat(part.window().page().locator(".photos img").first().getAttribute("alt"))
                    .isEqualTo("买卖合同.jpg");
            part.perform("finish", "result", "已过户");
        }

        // then the applicant sees all three and rates
        var end = TrackScreen.open(town.resident(), code);
        assertThat(end.history().toString()).contains("区自来水公司", "洪江区供电公司", "区燃气公司");
        end.window().photograph("one-matter-done");
        end.rate("satisfied", "一次就办好了");
        assertThat(TrackScreen.open(town.resident(), code).status()).isEqualTo("办结");
    }

    @Test
    void one_of_736_matters_is_found_by_a_few_characters(Town town) {
        clock.set("2026-11-16T09:00");
        var resident = town.resident();
        StartScreen.open(resident, "/raise/one-matter/apply");
        var item = resident.page().locator("[name=item]");
        item.pressSequentially("身份证换");
        assertThat(resident.texts(".found [role=option]")).first().isEqualTo("居民身份证换领");
        resident.photograph("one-matter-search");
        item.press("ArrowDown");
        item.press("Enter");
        assertThat(item.inputValue()).isEqualTo("居民身份证换领");
        assertThat(resident.shows(".found")).isFalse();
    }

    @Test
    void without_javascript_the_matter_is_typed_by_its_name(Town town) {
        clock.set("2026-11-16T09:00");
        var track = StartScreen.open(town.residentWithoutScript(), "/raise/one-matter/apply")
                .raise(
                        "item",
                        "居民身份证换领",
                        "content",
                        "到期换领",
                        "region",
                        District.COMMUNITY,
                        "place",
                        "政务服务中心",
                        "person",
                        "居民丙",
                        "phone",
                        "13800000002",
                        "documents",
                        "旧证.jpg");
        assertThat(track.status()).isEqualTo("待受理");
    }
}
