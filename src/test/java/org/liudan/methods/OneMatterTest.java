package org.liudan.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.COMMUNITY;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.method.Reason;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Child;
import org.liudan.engine.order.Order;
import org.liudan.orders.attachments.Attachments;
import org.liudan.rulebook.RulebookLists;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Play;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;

/** “系统将自动派发供水、供电、供气三个事项到对应部门，后台窗口联合办理” */
@DistrictTest
class OneMatterTest {

    private static final Actor WINDOW = Play.officer("government-hall.handler");
    private static final Actor HEAD_OF_HALL = Play.officer("government-hall.head");
    private static final List<String> UTILITIES = List.of("water-supply", "power-supply", "gas-supply");

    @Autowired
    Attachments files;

    @Autowired
    Play play;

    @BeforeEach
    void monday() {
        play.at("2026-11-16T09:00");
    }

    /** “736个事项实现无差别综合受理” */
    @Test
    void the_window_takes_in_736_matters() {
        assertThat(RulebookLists.list("items")).hasSize(736);
    }

    /** “实现项目审批申报材料‘一次上传，多次调用’” */
    @Test
    void one_application_goes_to_three_utilities_at_once_with_the_documents_uploaded_once() {
        var matter = applied();
        assertThat(play.holder(matter)).isEqualTo("government-hall.handler");
        play.does(WINDOW, "accept", matter);
        assertThat(play.children(matter)).extracting(Child::unit).isEqualTo(UTILITIES);
        // “承诺在3个工作日办结”
        assertThat(play.due(matter, "handle")).isEqualTo("2026-11-19T17:30");
        for (var unit : UTILITIES) {
            var part = play.childOf(matter, unit);
            assertThat(play.holder(part)).isEqualTo(unit + ".handler");
            assertThat(play.now(part).fields())
                    .containsEntry("documents", play.now(matter).fields().get("documents"));
        }
    }

    @Test
    void it_is_done_when_all_are_done_and_the_applicant_sees_each() {
        var matter = applied();
        play.does(WINDOW, "accept", matter);
        for (var unit : UTILITIES) {
            assertThat(play.step(matter)).isEqualTo("working");
            play.does(Play.officer(unit + ".handler"), "finish", play.childOf(matter, unit), "result", "已过户");
        }
        assertThat(play.now(matter).did()).containsEntry("part-done", 3);
        assertThat(play.step(matter)).isEqualTo("rating");
        play.does(Play.RESIDENT, "rate", matter, "rating", "satisfied");
        assertThat(play.now(matter).closed()).contains("done");
        play.holds();
    }

    @Test
    void every_part_can_show_the_files_that_the_applicant_uploaded() {
        long id = play.nextId();
        var document = upload(id, "contract.png");
        var matter = play.raises(id, "one-matter", Play.RESIDENT, "apply-housing", housing(List.of(document)));
        play.does(WINDOW, "accept", matter);
        for (var unit : UTILITIES) {
            assertThat(files.of(play.childOf(matter, unit).id()))
                    .extracting(Attachments.Filed::id)
                    .containsExactly(document);
        }
        var further = upload(matter.id(), "bill.png");
        play.does(Play.RESIDENT, "supply", matter, "further", List.of(further));
        assertThat(files.of(play.childOf(matter, "gas-supply").id()))
                .extracting(Attachments.Filed::id)
                .containsExactlyInAnyOrder(document, further);
        play.holds();
    }

    /** “容缺办”: a missing document must be handed in by a date, and this date has a clock of its own. */
    @Test
    void a_missing_document_is_owed_by_a_date_while_the_departments_work() {
        var matter = applied();
        play.does(WINDOW, "accept-with-gap", matter, "missing", "上一户燃气结清单", "owed-by", "2026-11-20");
        assertThat(play.due(matter, "gap")).isEqualTo("2026-11-20T17:30");
        finishAll(matter);
        assertThat(play.step(matter)).isEqualTo("awaiting");
        play.does(Play.RESIDENT, "supply", matter, "further", List.of("x"));
        assertThat(play.step(matter)).isEqualTo("rating");
        play.holds();
    }

    @Test
    void a_document_that_does_not_come_stops_the_matter_until_more_time_is_given() {
        var matter = applied();
        play.does(WINDOW, "accept-with-gap", matter, "missing", "结清单", "owed-by", "2026-11-18");
        play.at("2026-11-18T17:30");
        assertThat(play.step(matter)).isEqualTo("gap-missed");
        assertThat(play.now(matter).clock("handle").orElseThrow().paused()).isTrue();
        play.does(HEAD_OF_HALL, "give-time", matter, "owed-by", "2026-11-24", "reason", "燃气公司系统升级");
        assertThat(play.step(matter)).isEqualTo("working-with-gap");
        play.holds();
    }

    /** “部分行政事项实行告知承诺制” */
    @Test
    void a_promise_stands_for_a_document_and_is_verified() {
        var matter = applied();
        play.does(WINDOW, "accept-on-promise", matter, "promised", "水电气费用均已结清", "promise", List.of("x"));
        finishAll(matter);
        assertThat(play.step(matter)).isEqualTo("verifying");
        var other = applied();
        play.does(WINDOW, "accept-on-promise", other, "promised", "费用均已结清", "promise", List.of("x"));
        finishAll(other);
        play.does(WINDOW, "promise-kept", matter, "note", "三家核查属实");
        assertThat(play.step(matter)).isEqualTo("rating");
        play.does(HEAD_OF_HALL, "promise-broken", other, "reason", "尚欠电费");
        assertThat(play.now(other).closed()).contains("revoked");
        play.holds();
    }

    /** “即时办”: the fastest matter took ten minutes. */
    @Test
    void any_other_matter_is_found_by_its_name_and_may_be_done_on_the_spot() {
        var matter = play.raises(
                "one-matter",
                Play.RESIDENT,
                "apply",
                "item",
                "居民身份证换领",
                "content",
                "身份证到期换领",
                "region",
                COMMUNITY,
                "place",
                "政务服务中心",
                "person",
                "李某",
                "phone",
                "13900000000",
                "documents",
                List.of("x"));
        assertThat(RulebookLists.list("items")
                        .get(play.now(matter).text("item"))
                        .zh())
                .isEqualTo("居民身份证换领");
        assertThat(play.refusal(WINDOW, "accept", matter)).containsExactly("请选择联办部门。");
        play.at("2026-11-16T09:10").does(WINDOW, "do-now", matter, "result", "已换领");
        play.does(Play.RESIDENT, "rate", matter, "rating", "satisfied");
        assertThat(play.now(matter).took()).contains(10L);
        play.holds();
    }

    @Test
    void the_clock_of_a_department_stands_still_while_it_waits_for_the_applicant() {
        var matter = applied();
        play.does(WINDOW, "accept", matter);
        var gas = play.childOf(matter, "gas-supply");
        var handler = Play.officer("gas-supply.handler");
        play.at("2026-11-17T09:00").does(handler, "ask", gas, "wanted", "燃气表照片");
        assertThat(play.now(gas).clock("handle").orElseThrow().paused()).isTrue();
        play.at("2026-11-19T09:00").does(Play.RESIDENT, "supply", matter, "further", List.of("x"));
        assertThat(play.step(gas)).isEqualTo("handling");
        assertThat(play.due(gas, "handle")).isEqualTo("2026-11-23T17:30");
        assertThat(play.refusal(handler, "ask", gas, "wanted", "还要户口本")).containsExactly("补充材料只能一次性告知。");
        play.holds();
    }

    private Order applied() {
        return play.raises("one-matter", Play.RESIDENT, "apply-housing", housing(List.of("x")));
    }

    private static Object[] housing(List<String> documents) {
        return new Object[] {
            "region",
            COMMUNITY,
            "place",
            "解放路 8 号 2 单元 301",
            "person",
            "王某",
            "phone",
            "13800000000",
            "documents",
            documents
        };
    }

    private void finishAll(Order matter) {
        UTILITIES.forEach(unit ->
                play.does(Play.officer(unit + ".handler"), "finish", play.childOf(matter, unit), "result", "已过户"));
    }

    private String upload(long order, String name) {
        var faults = new ArrayList<Reason>();
        var stored = files.store(
                order,
                "documents",
                List.of(new MockMultipartFile("f", name, "image/png", picture(name.length()))),
                faults);
        assertThat(faults).isEmpty();
        return stored.get(0);
    }

    private static byte[] picture(int width) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, 10, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return bytes.toByteArray();
    }
}
