package org.liudan.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liudan.testing.District.People.HANDLER;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.engine.order.Order;
import org.liudan.testing.District;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;

/** 接单: the requests of a department, and who decides them. */
@JourneyTest
class DepartmentJourneyTest {

    @Autowired
    District.People people;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void set_the_clock_to_a_monday() {
        clock.set("2026-11-16T09:00");
    }

    @Test
    void after_two_returns_the_referee_decides_and_the_department_handles_it(Town town) {
        // given an order returned by two departments
        var order = people.dispatched("河边违规堆放渣土");
        town.order("department", order).perform("return", "reason", "渣土归生态环境部门管");
        town.order("street", order).perform("dispatch", "department", "environment");
        town.order("handler-environment", order).perform("return", "reason", "堆在道路上，归城管部门管");
        town.order("street", order).perform("dispatch", "department", "city-management");
        var department = town.order("department", order);
        assertThat(department.allowedActions()).contains("申请裁定").doesNotContain("退单");
        assertThat(department.blockedActions()).contains("退单：已退单两次，不能再退，请“申请裁定”。");
        // when the department asks the referee
        department.perform("dispute", "reason", "请督查室裁定");
        assertThat(department.status()).isEqualTo("退单裁定");
        var referee = DeskScreen.open(town.officer("inspector"), "todo").open("河边违规堆放渣土");
        referee.perform("referee", "department", "city-management", "reason", "按职责清单由城管局办理");
        // then the department must handle the order
        department.reload();
        assertThat(department.status()).isEqualTo("待部门接单");
        assertThat(department.allowedActions()).doesNotContain("退单", "申请裁定");
        assertThat(department.blockedActions()).contains("申请裁定：退单满两次后可申请裁定；裁定后应当办理。");
        assertThat(department.history().get(0)).contains("裁定", "区工委督查室", "按职责清单由城管局办理");
        department.perform("accept", "difficulty", "hard", "words", "本周清运。");
        assertThat(department.clock("办结")).contains("12月7日 17:30 前（还有 15 个工作日）");
    }

    @Test
    void a_granted_extension_moves_the_deadline_once(Town town) {
        // given
        var order = accepted("人行道地砖破损");
        var department = town.order("department", order);
        assertThat(department.clock("办结")).contains("11月19日");
        // when
        department.perform("ask-extension", "more-days", "3", "reason", "地砖要定制");
        assertThat(department.status()).isEqualTo("延期审批");
        var secretary =
                DeskScreen.open(town.officer("street-secretary"), "todo").open("人行道地砖破损");
        secretary.perform("grant-extension", "words", "地砖要定制，延长三天。");
        // then
        department.reload();
        assertThat(department.status()).isEqualTo("部门办理");
        assertThat(department.clock("办结")).contains("11月24日 17:30 前（还有 6 个工作日）");
        assertThat(department.blockedActions()).contains("申请延期：已经延期一次，不能再延。");
        assertThat(town.track(order).history().get(0)).contains("同意延期", "地砖要定制，延长三天。", "延至 11月24日 17:30");
    }

    @Test
    void a_refused_extension_does_not_move_the_deadline(Town town) {
        // given
        var order = accepted("公厕门锁坏了");
        var department = town.order("department", order);
        department.perform("ask-extension", "more-days", "5", "reason", "人手不够");
        // when
        town.order("street-secretary", order).perform("refuse-extension", "reason", "换锁不用等");
        // then
        department.reload();
        assertThat(department.status()).isEqualTo("部门办理");
        assertThat(department.clock("办结")).contains("11月19日 17:30 前");
        assertThat(department.history().get(0)).contains("不同意延期", "换锁不用等");
    }

    @Test
    void a_hang_up_stops_the_clock_and_resuming_starts_it_again(Town town) {
        // given
        var order = accepted("老旧管线需要统一改造");
        var department = town.order("department", order);
        department.attempt("ask-hang-up", "until", "2026-11-10", "reason", "等改造项目进场");
        assertThat(department.refusals()).containsExactly("请选择今天以后的日期。");
        department.perform("ask-hang-up", "until", "2026-12-15", "reason", "等改造项目进场");
        // when the attached leader grants it
        town.order("leader", order).perform("grant-hang-up", "words", "改造项目下月进场。");
        // then the clock stands still
        clock.set("2026-11-25T09:00");
        department.reload();
        assertThat(department.status()).isEqualTo("已挂账");
        assertThat(department.clock("办结")).contains("已暂停计时");
        assertThat(town.track(order).due()).contains("挂账期限", "12月15日");
        // when the department resumes
        department.perform("resume", "note", "项目提前进场");
        // then the clock continues
        assertThat(department.status()).isEqualTo("部门办理");
        assertThat(department.clock("办结")).contains("11月30日 17:30 前（还有 3 个工作日）");
        assertThat(department.blockedActions()).contains("申请挂账：已经挂账一次。");
    }

    private Order accepted(String content) {
        var order = people.dispatched(content);
        return people.does(HANDLER, "accept", order, "difficulty", "ordinary", "words", "收到，马上处理。");
    }
}
