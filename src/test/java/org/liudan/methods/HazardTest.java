package org.liudan.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.COMMUNITY;
import static org.liudan.testing.District.STREET;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Play;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** “建立整治台账，实行销号管理，对排查发现的隐患建筑严格落实点对点交办” */
@DistrictTest
class HazardTest {

    private static final Actor CLERK = Play.officer(COMMUNITY + ".clerk");
    private static final Actor DISPATCHER = Play.officer(STREET + ".dispatcher");
    private static final Actor HEAD_OF_STREET = Play.officer(STREET + ".secretary");
    private static final Actor HOUSING = Play.officer("housing.handler");
    private static final Actor RECHECKER = Play.officer("recheck-group.handler");
    private static final Actor INSPECTOR = Play.officer("supervision.inspector");
    private static final Actor DISCIPLINE = Play.officer("discipline.discipline");
    private static final List<String> PHOTO = List.of("x");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Play play;

    @BeforeEach
    void before_the_national_day() {
        play.at("2026-09-28T09:00");
    }

    @Test
    void a_hazard_is_found_listed_assigned_rectified_rechecked_by_others_and_struck_off() {
        var hazard = found();
        assertThat(play.holder(hazard)).isEqualTo(STREET + ".dispatcher");
        assertThat(play.due(hazard, "list")).isEqualTo("2026-09-28T17:30");
        play.does(
                DISPATCHER, "list", hazard, "stage", "stage-1", "category", "petition.fire-safety", "danger", "major");
        assign(hazard);
        assertThat(play.holder(hazard)).isEqualTo("housing.handler");
        // 15 working days over the National Day, with the make-up Saturday of 10 October
        assertThat(play.due(hazard, "rectify")).isEqualTo("2026-10-23T17:30");
        rectify(hazard);
        assertThat(play.holder(hazard)).isEqualTo("recheck-group.handler");
        pass(hazard);
        assertThat(play.holder(hazard)).isEqualTo(STREET + ".secretary");
        assertThat(play.refusal(HEAD_OF_STREET, "strike-off", hazard)).containsExactly("reason.required");
        play.does(HEAD_OF_STREET, "strike-off", hazard, "struck-by", PHOTO);
        var struck = play.now(hazard);
        assertThat(struck.closed()).contains("done");
        assertThat(struck.fields()).containsKeys("before", "after", "rectified-by", "rechecked-by", "struck-by");
        play.holds();
    }

    /** “整改销号率和阶段性销号率要达到100%” */
    @Test
    void the_row_of_a_hazard_says_by_which_unit_stage_and_source_it_is_counted() {
        var hazard = listed();
        assign(hazard);
        var row = jdbc.sql("select department, grade, channel, category from orders where id = :id")
                .param("id", hazard.id())
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
    void the_person_who_rectified_and_the_same_unit_may_not_recheck() {
        var hazard = listed();
        play.does(DISPATCHER, "assign", hazard, "department", "recheck-group", "demand", "拆除", "days", "15");
        play.does(
                RECHECKER,
                "rectify",
                hazard,
                "measures",
                "已拆除",
                "before",
                PHOTO,
                "after",
                PHOTO,
                "rectified-by",
                PHOTO);
        var colleague = Play.officer("recheck-group.head");
        assertThat(play.refusal(colleague, "pass", hazard, "findings", "好", "photos", PHOTO, "rechecked-by", PHOTO))
                .containsExactly("reason.other-eyes");
        play.does(INSPECTOR, "pass", hazard, "findings", "已拆除", "photos", PHOTO, "rechecked-by", PHOTO);
        play.holds();
    }

    @Test
    void a_hazard_that_fails_the_recheck_is_rectified_again_and_the_second_failure_is_supervised() {
        var hazard = listed();
        assign(hazard);
        rectify(hazard);
        play.does(RECHECKER, "fail", hazard, "findings", "仍有裂缝", "days", "5");
        assertThat(play.holder(hazard)).isEqualTo("housing.handler");
        assertThat(play.due(hazard, "rectify")).isEqualTo("2026-10-10T17:30");
        rectify(hazard);
        play.does(RECHECKER, "fail", hazard, "findings", "仍有裂缝");
        assertThat(play.holder(hazard)).isEqualTo("supervision.inspector");
        play.does(
                INSPECTOR,
                "supervise",
                hazard,
                "cause",
                "资金未到位",
                "department",
                "housing",
                "demand",
                "加固",
                "days",
                "10");
        assertThat(play.now(hazard).marked("supervised")).isTrue();
        rectify(hazard);
        pass(hazard);
        play.holds();
    }

    @Test
    void a_hazard_rectified_at_once_is_rechecked_too() {
        var hazard = found();
        play.does(
                CLERK,
                "rectify-at-once",
                hazard,
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
        assertThat(play.now(hazard).text("grade")).isEqualTo("at-once");
        pass(hazard);
        play.does(HEAD_OF_STREET, "strike-off", hazard, "struck-by", PHOTO);
        play.holds();
    }

    /** “凡造成数据不实、管控不力、整治落实不到位的严肃追究问责” */
    @Test
    void false_data_leads_to_accountability_even_after_the_hazard_was_struck_off() {
        var hazard = listed();
        assign(hazard);
        rectify(hazard);
        pass(hazard);
        play.does(HEAD_OF_STREET, "strike-off", hazard, "struck-by", PHOTO);
        play.does(INSPECTOR, "find-false", hazard, "untrue", "整改后照片不是这栋房屋");
        assertThat(play.holder(hazard)).isEqualTo("discipline.discipline");
        assertThat(play.now(hazard).open()).isTrue();
        play.does(DISCIPLINE, "account", hazard, "outcome", "criticised", "note", "通报批评，重新整改", "days", "5");
        assertThat(play.holder(hazard)).isEqualTo("housing.handler");
        assertThat(play.now(hazard).counts()).containsEntry("false-data", 1);
        play.holds();
    }

    private Order found() {
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

    private Order listed() {
        var hazard = found();
        play.does(
                DISPATCHER, "list", hazard, "stage", "stage-1", "category", "petition.fire-safety", "danger", "major");
        return hazard;
    }

    private void assign(Order hazard) {
        play.does(DISPATCHER, "assign", hazard, "department", "housing", "demand", "停止经营，鉴定加固", "days", "15");
    }

    private void rectify(Order hazard) {
        play.does(
                HOUSING, "rectify", hazard, "measures", "已加固", "before", PHOTO, "after", PHOTO, "rectified-by", PHOTO);
    }

    private void pass(Order hazard) {
        play.does(RECHECKER, "pass", hazard, "findings", "现场查看属实", "photos", PHOTO, "rechecked-by", PHOTO);
    }
}
