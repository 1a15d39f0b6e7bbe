package org.liudan.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.COMMUNITY;
import static org.liudan.testing.District.STREET;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.Actor;
import org.liudan.testing.DistrictTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** “建立整治台账，实行销号管理，对排查发现的隐患建筑严格落实点对点交办” */
@DistrictTest
class HazardTest {

    private static final Actor CLERK = Scene.officer(COMMUNITY + ".clerk");
    private static final Actor DISPATCHER = Scene.officer(STREET + ".dispatcher");
    private static final Actor HEAD_OF_STREET = Scene.officer(STREET + ".secretary");
    private static final Actor HOUSING = Scene.officer("housing.handler");
    private static final Actor RECHECKER = Scene.officer("recheck-group.handler");
    private static final Actor INSPECTOR = Scene.officer("supervision.inspector");
    private static final Actor DISCIPLINE = Scene.officer("discipline.discipline");
    private static final List<String> PHOTO = List.of("x");

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    private Scene play;

    @BeforeEach
    void before_the_national_day() {
        play = new Scene(context).at("2026-09-28T09:00");
    }

    @Test
    void a_hazard_is_found_listed_assigned_rectified_rechecked_by_others_and_struck_off() {
        long hazard = found();
        assertThat(play.holder(hazard)).isEqualTo(STREET + ".dispatcher");
        assertThat(play.due(hazard, "list")).isEqualTo("2026-09-28T17:30");
        play.does(
                hazard, DISPATCHER, "list", "stage", "stage-1", "category", "petition.fire-safety", "danger", "major");
        assign(hazard);
        assertThat(play.holder(hazard)).isEqualTo("housing.handler");
        // 15 working days over the National Day, with the make-up Saturday of 10 October
        assertThat(play.due(hazard, "rectify")).isEqualTo("2026-10-23T17:30");
        rectify(hazard);
        assertThat(play.holder(hazard)).isEqualTo("recheck-group.handler");
        pass(hazard);
        assertThat(play.holder(hazard)).isEqualTo(STREET + ".secretary");
        assertThat(play.refused(hazard, HEAD_OF_STREET, "strike-off")).containsExactly("reason.required");
        play.does(hazard, HEAD_OF_STREET, "strike-off", "struck-by", PHOTO);
        var struck = play.order(hazard);
        assertThat(struck.closed()).contains("done");
        assertThat(struck.fields()).containsKeys("before", "after", "rectified-by", "rechecked-by", "struck-by");
        play.isSound();
    }

    /** “整改销号率和阶段性销号率要达到100%” */
    @Test
    void the_row_of_a_hazard_says_by_which_unit_stage_and_source_it_is_counted() {
        long hazard = listed();
        assign(hazard);
        var row = jdbc.sql("select department, grade, channel, category from orders where id = :id")
                .param("id", hazard)
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("department", "housing")
                .containsEntry("grade", "stage-1")
                .containsEntry("channel", "survey")
                .containsEntry("category", "petition.fire-safety");
    }

    /** “组建复核工作小组对……已排查录入数据逐一进行复核” */
    @Test
    void whoever_rectified_does_not_recheck_nor_does_anybody_of_the_same_unit() {
        long hazard = listed();
        play.does(hazard, DISPATCHER, "assign", "department", "recheck-group", "demand", "拆除", "days", "15");
        play.does(
                hazard,
                RECHECKER,
                "rectify",
                "measures",
                "已拆除",
                "before",
                PHOTO,
                "after",
                PHOTO,
                "rectified-by",
                PHOTO);
        var colleague = Scene.officer("recheck-group.head");
        assertThat(play.refused(hazard, colleague, "pass", "findings", "好", "photos", PHOTO, "rechecked-by", PHOTO))
                .containsExactly("reason.other-eyes");
        play.does(hazard, INSPECTOR, "pass", "findings", "已拆除", "photos", PHOTO, "rechecked-by", PHOTO);
        play.isSound();
    }

    @Test
    void what_does_not_pass_is_rectified_again_and_the_second_failure_is_supervised() {
        long hazard = listed();
        assign(hazard);
        rectify(hazard);
        play.does(hazard, RECHECKER, "fail", "findings", "仍有裂缝", "days", "5");
        assertThat(play.holder(hazard)).isEqualTo("housing.handler");
        assertThat(play.due(hazard, "rectify")).isEqualTo("2026-10-10T17:30");
        rectify(hazard);
        play.does(hazard, RECHECKER, "fail", "findings", "仍有裂缝");
        assertThat(play.holder(hazard)).isEqualTo("supervision.inspector");
        play.does(
                hazard,
                INSPECTOR,
                "supervise",
                "cause",
                "资金未到位",
                "department",
                "housing",
                "demand",
                "加固",
                "days",
                "10");
        assertThat(play.order(hazard).marked("supervised")).isTrue();
        rectify(hazard);
        pass(hazard);
        play.isSound();
    }

    @Test
    void what_can_be_rectified_at_once_is_and_is_rechecked_all_the_same() {
        long hazard = found();
        play.does(
                hazard,
                CLERK,
                "rectify-at-once",
                "category",
                "petition.fire-safety",
                "measures",
                "楼道杂物已清走",
                "before",
                PHOTO,
                "after",
                PHOTO,
                "rectified-by",
                PHOTO);
        assertThat(play.holder(hazard)).isEqualTo("recheck-group.handler");
        assertThat(play.order(hazard).text("grade")).isEqualTo("at-once");
        pass(hazard);
        play.does(hazard, HEAD_OF_STREET, "strike-off", "struck-by", PHOTO);
        play.isSound();
    }

    /** “凡造成数据不实、管控不力、整治落实不到位的严肃追究问责” */
    @Test
    void false_data_is_a_case_of_accountability_even_after_it_was_struck_off() {
        long hazard = listed();
        assign(hazard);
        rectify(hazard);
        pass(hazard);
        play.does(hazard, HEAD_OF_STREET, "strike-off", "struck-by", PHOTO);
        play.does(hazard, INSPECTOR, "find-false", "untrue", "整改后照片不是这栋房屋");
        assertThat(play.holder(hazard)).isEqualTo("discipline.discipline");
        assertThat(play.order(hazard).open()).isTrue();
        play.does(hazard, DISCIPLINE, "account", "outcome", "criticised", "note", "通报批评，重新整改", "days", "5");
        assertThat(play.holder(hazard)).isEqualTo("housing.handler");
        assertThat(play.order(hazard).counts()).containsEntry("false-data", 1);
        play.isSound();
    }

    private long found() {
        return play.raises(
                "hazard",
                CLERK,
                "find",
                "channel",
                "survey",
                "content",
                "自建房墙体开裂，一楼经营餐馆",
                "danger",
                "major",
                "region",
                COMMUNITY,
                "place",
                "解放路 12 号");
    }

    private long listed() {
        long hazard = found();
        play.does(
                hazard, DISPATCHER, "list", "stage", "stage-1", "category", "petition.fire-safety", "danger", "major");
        return hazard;
    }

    private void assign(long hazard) {
        play.does(hazard, DISPATCHER, "assign", "department", "housing", "demand", "停止经营，鉴定加固", "days", "15");
    }

    private void rectify(long hazard) {
        play.does(
                hazard, HOUSING, "rectify", "measures", "已加固", "before", PHOTO, "after", PHOTO, "rectified-by", PHOTO);
    }

    private void pass(long hazard) {
        play.does(hazard, RECHECKER, "pass", "findings", "现场查看属实", "photos", PHOTO, "rechecked-by", PHOTO);
    }
}
