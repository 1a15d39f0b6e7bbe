package org.liudan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.liudan.testing.District;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;

/** 隐患整改销号: a hazard is found, rectified, re-checked and struck off. */
@JourneyTest
class HazardJourneyTest {

    @Autowired
    SettableClock clock;

    @Test
    void a_hazard_is_struck_off_after_others_have_rechecked_it(Town town) {
        // given a hazard found by the community and assigned point to point
        clock.set("2026-11-16T09:00");
        var number = StartScreen.of(town.officer("community"), "hazard", "find")
                .register(
                        "channel",
                        "patrol",
                        "content",
                        "楼道堆放电动车，私拉电线充电",
                        "danger",
                        "major",
                        "region",
                        District.COMMUNITY,
                        "place",
                        "3 栋 1 单元",
                        "photos",
                        "隐患.jpg")
                .number();
        var street = OrderScreen.open(town.officer("street"), number);
        street.perform("list", "stage", "stage-1", "category", "petition.fire-safety", "danger", "major");
        street.reload().perform("assign", "department", "city-management", "demand", "清走车辆，拆除电线", "days", "5");

        // when the department rectifies it with photos of before and after, and the group re-checks
        var department = OrderScreen.open(town.officer("department"), number);
        department.attempt("rectify", "measures", "已清走");
        assertThat(department.refusals()).containsExactly("请填写“整改前照片”。", "请填写“整改后照片”。", "请填写“整改责任人签字”。");
        department.perform("rectify", "before", "前.jpg", "after", "后.jpg", "rectified-by", "签字.jpg");
        department.window().photograph("hazard-rectified");
        var recheck = OrderScreen.open(town.officer("handler-recheck-group"), number);
        recheck.perform("pass", "findings", "现场查看属实", "photos", "复核.jpg", "rechecked-by", "复核签字.jpg");

        // then the street strikes it off
        var struck = OrderScreen.open(town.officer("street-secretary"), number);
        struck.perform("strike-off", "struck-by", "销号签字.jpg");
        assertThat(struck.status()).isEqualTo("已销号");
        struck.window().photograph("hazard-struck");
    }
}
