package org.liudan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.liudan.methods.HotlineReport;
import org.liudan.testing.Play;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** 营商环境直通车: an enterprise gets its answer, and the year is reported. The test has its own database, because it counts orders. */
@JourneyTest
@TestPropertySource(properties = "liudan.database-of=hotline")
class HotlineJourneyTest {

    @Autowired
    Play play;

    @Test
    void each_figure_of_the_report_links_to_as_many_orders(Town town) {
        new HotlineReport(play).replay();
        play.at("2025-08-22T17:00");
        var inspector = town.officer("inspector");
        inspector.open(HotlineReport.ADDRESS);
        assertThat(inspector.texts(".reported tr"))
                .containsExactly("受理 386", "交办 339", "在办 20", "办结 366", "其中直接答复 47", "满意率 96.8%");
        inspector.photograph("hotline-figures");
        for (var name : inspector.texts(".reported th")) {
            inspector.open(HotlineReport.ADDRESS);
            inspector.click(inspector.page().locator(".reported tr:has(th:text-is('" + name + "')) a"));
            assertThat(inspector.text(".head p")).startsWith("共 " + HotlineReport.ORDERS.get(name) + " 件");
        }
    }

    @Test
    void an_enterprise_is_answered_directly(Town town) {
        play.at("2026-11-16T09:00");
        var track = reports(town, "首次申请创业担保贷款要哪些材料");
        assertThat(track.status()).isEqualTo("待受理");
        var centre = desk(town, "首次申请创业担保贷款要哪些材料");
        centre.perform("answer-directly", "result", "带营业执照和身份证到政务服务中心二楼办理。");
        track.reload();
        assertThat(track.status()).isEqualTo("直接答复办结");
        assertThat(track.history().get(0)).contains("直接答复", "区优化营商环境服务中心", "政务服务中心二楼");
        assertThat(track.offers("withdraw")).isFalse();
    }

    @Test
    void an_enterprise_rates_the_result_of_its_matter(Town town) {
        play.at("2026-11-16T09:00");
        var track = reports(town, "充电站还没有通电");
        desk(town, "充电站还没有通电").perform("assign", "department", "power-supply");
        play.at("2026-11-17T10:00");
        desk(town, "handler-power-supply", "充电站还没有通电").perform("visit", "visited", "缺一份图纸，当场补齐。");
        desk(town, "handler-power-supply", "充电站还没有通电").perform("finish", "result", "充电桩已通电。");
        desk(town, "充电站还没有通电").perform("approve");
        track.reload().rate("satisfied", "你们这速度也太赞了");
        assertThat(track.status()).isEqualTo("办结已评");
        assertThat(track.history().get(0)).contains("企业评价", "满意", "你们这速度也太赞了");
    }

    private static TrackScreen reports(Town town, String content) {
        return StartScreen.open(town.resident(), "/raise/enterprise-hotline")
                .raise("enterprise", "新能源公司", "content", content, "person", "李先生", "phone", "19900001111");
    }

    private static OrderScreen desk(Town town, String title) {
        return desk(town, "handler-enterprise-centre", title);
    }

    private static OrderScreen desk(Town town, String account, String title) {
        return DeskScreen.open(town.officer(account), "todo").open(title);
    }
}
