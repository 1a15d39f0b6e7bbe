package org.liudan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.liudan.testing.District;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;

/** Follows the README's instructions for writing a method. */
@JourneyTest
class OwnMethodJourneyTest {

    @Autowired
    SettableClock clock;

    @Test
    void the_method_of_the_readme_goes_from_an_empty_file_to_a_working_page(Town town) throws IOException {
        clock.set("2026-11-16T09:00");
        var text = yaml("README.md");
        assertThat(text).isEqualTo(yaml("README.zh-CN.md"));
        assertThat(text.lines()).hasSizeLessThanOrEqualTo(30);

        var page = RulebookScreen.open(town.officer("administrator"), "six-orders");
        page.check(text);
        assertThat(page.faults()).isEmpty();
        page.perform(
                "2026-11-16T09:00",
                "ask",
                "resident",
                "content",
                "孩子们的读书会",
                "region",
                District.COMMUNITY,
                "day",
                "2026-11-20");
        assertThat(page.trialStatus()).contains("待答复", "萝卜湾社区 经办人");
        page.publish();

        var resident = town.resident();
        resident.open("/");
        resident.click(resident.page().locator("a[href='/raise/borrow-room']"));
        new FormScreen(resident, resident.page().locator("form[action='/raise/borrow-room']"))
                .fill("content", "孩子们的读书会", "region", District.COMMUNITY, "day", "2026-11-20", "phone", "13900001111")
                .send();
        var track = new TrackScreen(resident);
        assertThat(track.status()).contains("待答复");
        assertThat(track.due()).contains("明天");

        var order = DeskScreen.open(town.officer("community"), "todo").open("孩子们的读书会");
        order.perform("lend", "words", "可以，钥匙在服务台。");
        assertThat(track.reload().status()).contains("已借");
        assertThat(track.history()).anyMatch(entry -> entry.contains("钥匙在服务台"));
        resident.photograph("own-method");
    }

    private static String yaml(String file) throws IOException {
        var readme = Files.readString(Path.of(file));
        int from = readme.indexOf("```yaml\n") + 8;
        return readme.substring(from, readme.indexOf("```", from));
    }
}
