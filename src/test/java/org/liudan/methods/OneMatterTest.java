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
import org.liudan.engine.Actor;
import org.liudan.engine.Child;
import org.liudan.engine.Reason;
import org.liudan.orders.Files;
import org.liudan.rulebook.RulebookLists;
import org.liudan.testing.DistrictTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;

/** “系统将自动派发供水、供电、供气三个事项到对应部门，后台窗口联合办理” */
@DistrictTest
class OneMatterTest {

    private static final Actor WINDOW = Scene.officer("government-hall.handler");
    private static final Actor HEAD_OF_HALL = Scene.officer("government-hall.head");
    private static final List<String> UTILITIES = List.of("water-supply", "power-supply", "gas-supply");

    @Autowired
    ApplicationContext context;

    @Autowired
    Files files;

    private Scene play;

    @BeforeEach
    void monday() {
        play = new Scene(context).at("2026-11-16T09:00");
    }

    /** “736个事项实现无差别综合受理” */
    @Test
    void the_window_takes_in_736_matters() {
        assertThat(RulebookLists.list("items")).hasSize(736);
    }

    /** “实现项目审批申报材料‘一次上传，多次调用’” */
    @Test
    void one_application_goes_to_three_utilities_at_once_with_the_documents_uploaded_once() {
        long matter = applied();
        assertThat(play.holder(matter)).isEqualTo("government-hall.handler");
        play.does(matter, WINDOW, "accept");
        assertThat(play.children(matter)).extracting(Child::unit).isEqualTo(UTILITIES);
        // “承诺在3个工作日办结”
        assertThat(play.due(matter, "handle")).isEqualTo("2026-11-19T17:30");
        for (var unit : UTILITIES) {
            long part = play.child(matter, unit);
            assertThat(play.holder(part)).isEqualTo(unit + ".handler");
            assertThat(play.order(part).fields())
                    .containsEntry("documents", play.order(matter).fields().get("documents"));
        }
    }

    @Test
    void it_is_done_when_all_are_done_and_the_applicant_sees_each() {
        long matter = applied();
        play.does(matter, WINDOW, "accept");
        for (var unit : UTILITIES) {
            assertThat(play.step(matter)).isEqualTo("working");
            play.does(play.child(matter, unit), Scene.officer(unit + ".handler"), "finish", "result", "已过户");
        }
        assertThat(play.order(matter).did()).containsEntry("part-done", 3);
        assertThat(play.step(matter)).isEqualTo("rating");
        play.does(matter, Scene.RESIDENT, "rate", "rating", "satisfied");
        assertThat(play.order(matter).closed()).contains("done");
        play.isSound();
    }

    @Test
    void every_part_can_show_the_files_that_the_applicant_uploaded() {
        long matter = play.nextId();
        var document = upload(matter, "contract.png");
        play.raises(matter, "one-matter", Scene.RESIDENT, "apply-housing", housing(List.of(document)));
        play.does(matter, WINDOW, "accept");
        for (var unit : UTILITIES) {
            assertThat(files.of(play.child(matter, unit)))
                    .extracting(Files.Filed::id)
                    .containsExactly(document);
        }
        var further = upload(matter, "bill.png");
        play.does(matter, Scene.RESIDENT, "supply", "further", List.of(further));
        assertThat(files.of(play.child(matter, "gas-supply")))
                .extracting(Files.Filed::id)
                .containsExactlyInAnyOrder(document, further);
        play.isSound();
    }

    /** “容缺办”: what is missing is owed by a date, and the clock of that date is its own. */
    @Test
    void a_missing_document_is_owed_by_a_date_while_the_departments_work() {
        long matter = applied();
        play.does(matter, WINDOW, "accept-with-gap", "missing", "上一户燃气结清单", "owed-by", "2026-11-20");
        assertThat(play.due(matter, "gap")).isEqualTo("2026-11-20T17:30");
        finishAll(matter);
        assertThat(play.step(matter)).isEqualTo("awaiting");
        play.does(matter, Scene.RESIDENT, "supply", "further", List.of("x"));
        assertThat(play.step(matter)).isEqualTo("rating");
        play.isSound();
    }

    @Test
    void a_document_that_does_not_come_stops_the_matter_until_more_time_is_given() {
        long matter = applied();
        play.does(matter, WINDOW, "accept-with-gap", "missing", "结清单", "owed-by", "2026-11-18");
        play.at("2026-11-18T17:30");
        assertThat(play.step(matter)).isEqualTo("gap-missed");
        assertThat(play.order(matter).clock("handle").orElseThrow().paused()).isTrue();
        play.does(matter, HEAD_OF_HALL, "give-time", "owed-by", "2026-11-24", "reason", "燃气公司系统升级");
        assertThat(play.step(matter)).isEqualTo("working-with-gap");
        play.isSound();
    }

    /** “部分行政事项实行告知承诺制” */
    @Test
    void a_promise_stands_for_a_document_and_is_verified() {
        long matter = applied();
        play.does(matter, WINDOW, "accept-on-promise", "promised", "水电气费用均已结清", "promise", List.of("x"));
        finishAll(matter);
        assertThat(play.step(matter)).isEqualTo("verifying");
        long other = applied();
        play.does(other, WINDOW, "accept-on-promise", "promised", "费用均已结清", "promise", List.of("x"));
        finishAll(other);
        play.does(matter, WINDOW, "promise-kept", "note", "三家核查属实");
        assertThat(play.step(matter)).isEqualTo("rating");
        play.does(other, HEAD_OF_HALL, "promise-broken", "reason", "尚欠电费");
        assertThat(play.order(other).closed()).contains("revoked");
        play.isSound();
    }

    /** “即时办”; the fastest took ten minutes. */
    @Test
    void any_other_matter_is_found_by_its_name_and_may_be_done_on_the_spot() {
        long matter = play.raises(
                "one-matter",
                Scene.RESIDENT,
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
                        .get(play.order(matter).text("item"))
                        .zh())
                .isEqualTo("居民身份证换领");
        assertThat(play.refused(matter, WINDOW, "accept")).containsExactly("请选择联办部门。");
        play.at("2026-11-16T09:10").does(matter, WINDOW, "do-now", "result", "已换领");
        play.does(matter, Scene.RESIDENT, "rate", "rating", "satisfied");
        assertThat(play.order(matter).took()).contains(10L);
        play.isSound();
    }

    @Test
    void the_clock_of_a_department_stands_still_while_it_waits_for_the_applicant() {
        long matter = applied();
        play.does(matter, WINDOW, "accept");
        long gas = play.child(matter, "gas-supply");
        var handler = Scene.officer("gas-supply.handler");
        play.at("2026-11-17T09:00").does(gas, handler, "ask", "wanted", "燃气表照片");
        assertThat(play.order(gas).clock("handle").orElseThrow().paused()).isTrue();
        play.at("2026-11-19T09:00").does(matter, Scene.RESIDENT, "supply", "further", List.of("x"));
        assertThat(play.step(gas)).isEqualTo("handling");
        assertThat(play.due(gas, "handle")).isEqualTo("2026-11-23T17:30");
        assertThat(play.refused(gas, handler, "ask", "wanted", "还要户口本")).containsExactly("补充材料只能一次性告知。");
        play.isSound();
    }

    private long applied() {
        return play.raises("one-matter", Scene.RESIDENT, "apply-housing", housing(List.of("x")));
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

    private void finishAll(long matter) {
        UTILITIES.forEach(unit ->
                play.does(play.child(matter, unit), Scene.officer(unit + ".handler"), "finish", "result", "已过户"));
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
