package org.liudan.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.COMMUNITY;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Play;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** “对项目总体规划、具体方案、年度计划、进展情况、资金筹集等方面进行指导帮扶,并协调解决……困难和问题” */
@DistrictTest
@TestPropertySource(properties = "liudan.database-of=registers")
class ProjectsTest {

    private static final Actor UNIT = Play.handler("transport");
    private static final Actor UNIT_HEAD = Play.head("transport");
    private static final Actor CENTRE = Play.handler("enterprise-centre");
    private static final List<String> PAPER = List.of("x");
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired
    Play play;

    @BeforeEach
    void in_spring() {
        play.at("2026-03-02T09:00");
    }

    /** “项目全生命周期管理” */
    @Test
    void a_project_goes_from_its_plan_to_the_day_it_runs() {
        var project = entered();
        assertThat(play.holder(project)).isEqualTo("transport.handler");
        assertThat(play.due(project, "begin")).isEqualTo("2026-04-15T17:30");
        assertThat(play.due(project, "report")).isEqualTo("2026-03-31T17:30");
        play.does(UNIT, "begin", project, "year-plan", "完成路基", "finish-by", "2026-10-30");
        assertThat(play.due(project, "finish")).isEqualTo("2026-10-30T17:30");
        assertThat(play.refusal(UNIT, "finish", project, "files", PAPER)).containsExactly("形象进度还没有到 100%。");
        report(project, 100, 3000, "ahead");
        play.does(UNIT, "finish", project, "files", PAPER);
        assertThat(play.due(project, "hand-over")).isEqualTo("2026-04-14T17:30");
        assertThat(play.refusal(UNIT, "run", project, "files", PAPER)).containsExactly("reason.not-yours");
        play.does(UNIT_HEAD, "run", project, "files", PAPER);
        assertThat(play.now(project).closed()).contains("done");
        play.holds();
    }

    /** “进展情况、资金筹集” */
    @Test
    void progress_and_funds_are_reported_every_month_and_cannot_run_backwards() {
        var project = entered();
        report(project, 20, 600, "on-time");
        assertThat(play.due(project, "report")).isEqualTo("2026-04-30T17:30");
        assertThat(play.refusal(UNIT, "report", project, reported(10, 600, "behind")))
                .containsExactly("形象进度不能比上月低。");
        assertThat(play.refusal(UNIT, "report", project, reported(20, 3001, "on-time")))
                .containsExactly("到位资金不能超过计划投资，超概算请先调整计划。");
        report(project, 20, 600, "behind");
        assertThat(play.now(project).counts()).containsEntry("delays", 1);
        play.at("2026-06-15T09:00");
        assertThat(play.now(project).clock("report").orElseThrow().escalated()).isEqualTo(2);
    }

    /** “协调解决企业发展中遇到的困难和问题” */
    @Test
    void a_problem_is_an_order_and_the_project_is_not_finished_before_it_is_solved() {
        var project = entered();
        play.does(UNIT, "begin", project, "year-plan", "完成路基", "finish-by", "2026-10-30");
        report(project, 100, 3000, "on-time");
        play.does(UNIT, "raise-problem", project, "problem", "高压线未迁改");
        play.at("2026-03-02T10:00");
        var problem = play.child(project, "problem");
        assertThat(play.holder(problem)).isEqualTo("enterprise-centre.handler");
        assertThat(play.now(problem).text("enterprise")).isEqualTo("建设单位甲");
        assertThat(play.refusal(UNIT, "finish", project, "files", PAPER)).containsExactly("还有问题没有办结。");
        play.does(CENTRE, "answer-directly", problem, "result", "供电公司已迁改");
        play.at("2026-03-02T11:00");
        play.does(UNIT, "finish", project, "files", PAPER);
    }

    @Test
    void nobody_plans_to_be_finished_before_the_beginning() {
        assertThat(play.raisingRefused("projects", UNIT, "enter", answers("2026-10-30", "2026-04-15")))
                .containsExactly("竣工应在开工之后。");
    }

    private void report(Order project, int share, int paid, String state) {
        play.does(UNIT, "report", project, reported(share, paid, state));
    }

    private static Object[] reported(int share, int paid, String state) {
        return List.of("progress", "路基成型", "share", share, "paid", paid, "state", state)
                .toArray();
    }

    private Order entered() {
        return play.raises("projects", UNIT, "enter", answers("2026-04-15", "2026-10-30"));
    }

    private static Object[] answers(String startBy, String finishBy) {
        return new Object[] {
            "code",
            "XM-" + NUMBERS.incrementAndGet(),
            "title",
            "物流园道路",
            "owner",
            "建设单位甲",
            "region",
            COMMUNITY,
            "kind",
            "infrastructure",
            "department-kind",
            "public",
            "leader-name",
            "区领导甲",
            "department",
            "transport",
            "plan",
            "新建道路三公里",
            "start-by",
            startBy,
            "finish-by",
            finishBy,
            "funds",
            3000
        };
    }
}
