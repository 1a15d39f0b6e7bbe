package org.liudan.patrols;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.COMMUNITY;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.testing.Browser;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Play;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The offline data of a phone, and the page of the keepers. The test has its own database, because it counts subjects. */
@DistrictTest
@TestPropertySource(properties = "liudan.database-of=rounds")
class OfflinePackTest {

    @Autowired
    Play play;

    @LocalServerPort
    int port;

    private PatrolScene scene;
    private Browser clerk;

    @BeforeEach
    void sign_in_a_clerk() {
        play.at("2026-10-12T09:00");
        scene = new PatrolScene(play, port);
        clerk = scene.clerk();
    }

    @Test
    void a_patrol_contains_the_subjects_that_the_viewer_may_visit_overdue_ones_first() {
        var late = scene.plan("迟到线路" + PatrolScene.nextNumber(), COMMUNITY);
        play.at("2026-10-20T09:00");
        var due = scene.plan("本期线路" + PatrolScene.nextNumber(), COMMUNITY);
        scene.plan("别处线路", "431271001002");
        var pack = clerk.get("/patrol/pack").body();
        assertThat(pack).contains(late.text("title"), due.text("title")).doesNotContain("别处线路");
        assertThat(pack.indexOf(late.text("title"))).isLessThan(pack.indexOf(due.text("title")));
        assertThat(pack).contains("\"light\":\"red\"");
        assertThat(new Browser(port).as("inspector").get("/patrol/pack").body()).doesNotContain(due.text("title"));
        assertThat(clerk.get("/patrol").body()).contains(late.text("title"));
    }

    @Test
    void personal_data_and_confidential_registers_stay_off_the_phone() {
        scene.household("渔民壬");
        play.raises(
                "recovery",
                PatrolScene.CLERK,
                "receive",
                "code",
                "KF-" + PatrolScene.nextNumber(),
                "person",
                "某某",
                "region",
                COMMUNITY,
                "helper",
                "志愿者甲",
                "since",
                "2026-03-01");
        play.at("2026-12-20T09:00");
        var pack = clerk.get("/patrol/pack").body();
        assertThat(pack)
                .contains("渔民壬")
                .doesNotContain("13800001234")
                .doesNotContain("138****1234")
                .doesNotContain("志愿者甲");
    }

    @Test
    void overdue_subjects_are_counted_by_keeper_and_linked_to_their_list() {
        scene.household("渔民癸");
        play.at("2027-01-11T09:00");
        var page = clerk.get("/patrol/keepers").body();
        assertThat(page).contains("网格员丙").contains("/registers/fishermen?keeper=");
        var address = page.replaceAll("(?s).*href=\"(/registers/fishermen\\?keeper=[^\"]*tab=overdue)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(clerk.get(address).body()).contains("渔民癸");
        assertThat(new Browser(port)
                        .as("clerk-431271001002")
                        .get("/patrol/keepers")
                        .body())
                .doesNotContain("网格员丙");
    }
}
