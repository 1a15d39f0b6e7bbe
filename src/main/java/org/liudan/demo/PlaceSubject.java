package org.liudan.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.liudan.engine.order.Seat;

/** A place or an enterprise, with a plan for each register about enterprises, houses, slopes, sites, projects and routes. */
final class PlaceSubject extends DemoSubject {

    private static final String[] UNITS = {"transport", "housing", "agriculture", "market", "water"};
    private static final List<String> SIX =
            List.of("ledger", "office", "volunteers", "display", "activity", "platform");
    private static final List<String> FIVE = List.of("body", "ground", "staff", "funds", "ledger");

    PlaceSubject(int number, String community, Places places, LocalDate today) {
        super(number, community, places, today);
    }

    @Override
    Stream<SubjectPlan> plans() {
        return Stream.of(enterprise(), building(), slope(), site(), project(), patrol(), safetyUnit());
    }

    private SubjectPlan enterprise() {
        var unit = choose(UNITS);
        return plan(
                "enterprises",
                28,
                start("enter", new Seat("enterprise-centre", "handler"), "title", "企业" + letter(), "size", "small")
                        .with("point", point("enterprises"))
                        .with("official", "联企干部" + letter(), "unit-of-official", unit, "staff", 20 + number() * 3)
                        .with("industry", choose("manufacture", "trade", "tourism", "farming")),
                visit("contact", new Seat(unit, "handler"), "how", "visit", "findings", "生产正常，用工平稳。"));
    }

    private SubjectPlan building() {
        return plan(
                "buildings",
                100,
                start(
                                "enter",
                                clerk(),
                                "title",
                                "户主" + letter(),
                                "place",
                                "第" + (number() + 1) + "栋",
                                "keeper",
                                "网格员" + letter())
                        .with("point", point("buildings"))
                        .with("structure", choose("brick-concrete", "frame", "brick-wood"), "storeys", 2 + number() % 4)
                        .with("built", 1988 + number(), "area", 120 + number() * 9, "use", "home", "key", false)
                        .with("rented", number() % 3 == 0, "crowd", false, "slope", number() % 5 == 0)
                        .with("danger", choose("a", "b"), "findings", "未见结构裂缝。"),
                visit("check", clerk(), "danger", choose("a", "b"), "use", "home", "rented", number() % 3 == 0)
                        .with("crowd", false, "findings", "与上年一致。"),
                visit("confirm", new Seat("recheck-group", "handler")));
    }

    private SubjectPlan slope() {
        return plan(
                "hazard-points",
                14,
                start("enter", clerk(), "title", "后山" + letter(), "place", "后山" + letter() + "坡", "scale", "small")
                        .with("point", point("hazard-points"))
                        .with("kind", choose("landslide", "slope", "collapse"), "households", 3 + number() % 6)
                        .with("people", 9 + number(), "responsible", "村主干" + letter(), "watcher", "监测员" + letter())
                        .with("phone", "1380000" + (1000 + number())),
                visit("patrol", clerk(), "state", choose("stable", "stable", "changing"), "findings", "坡面无新裂缝。"),
                visit("prepare", clerk(), "signs", "裂缝、渗水", "measures", "埋桩、贴片、目视", "signal", "敲锣和广播")
                        .with("ready", List.of("team", "plan", "prevention-card", "refuge-card", "sign"))
                        .with("route", "沿公路向外", "refuge", "村小学", "handed-out", 3 + number() % 6));
    }

    private SubjectPlan site() {
        return plan(
                "sites",
                80,
                start("enter", clerk(), "title", "同心示范点" + letter(), "kind", choose("community", "village", "park"))
                        .with("point", point("sites"))
                        .with("officer", "责任人" + letter(), "plan", "一年建成。", "until", later(5)),
                visit("check", dispatcher(), "findings", "逐项核对。", "six-haves", SIX.subList(0, 3 + number() % 4))
                        .with("five-haves", FIVE.subList(0, 2 + number() % 4)));
    }

    private SubjectPlan project() {
        var unit = new Seat(choose(UNITS), "handler");
        return plan(
                "projects",
                28,
                start("enter", unit, "title", "重点项目" + letter(), "owner", "建设单位" + letter(), "department", unit.unit())
                        .with("point", point("projects"))
                        .with("kind", choose("industry", "infrastructure", "welfare"), "department-kind", "public")
                        .with("leader-name", "区领导" + letter(), "plan", "分两期建设。", "funds", 800 + number() * 350)
                        .with("start-by", later(1), "finish-by", later(12)),
                visit("report", unit, "progress", "按计划推进。", "share", 10 + number() * 3, "paid", 200 + number() * 40)
                        .with("state", choose("on-time", "on-time", "behind")),
                visit("begin", unit, "year-plan", "完成主体。", "finish-by", later(12)));
    }

    /** Every second route lies in a grid and is walked by the grid's worker. */
    private SubjectPlan patrol() {
        var grid = community() + "-1";
        var inGrid = number() % 2 == 0;
        var start = start("enter", clerk(), "title", "巡查线路" + letter(), "kind", choose("safety", "compound", "night"))
                .with("route", "小区东门\n配电房\n地下车库\n健身广场", "keeper", "网格员" + letter(), "often", "half-month")
                .with("point", point("patrols", inGrid ? grid : community()));
        return new SubjectPlan(
                "patrols",
                start.toAction(code("patrols"), inGrid ? grid : community()),
                List.of(),
                visit("patrol", inGrid ? new Seat(grid, "worker") : clerk(), "stops", "小区东门\n配电房\n地下车库\n健身广场")
                        .with("looked-at", List.of("fire", "electricity", "order"), "people", 2 + number() % 3)
                        .withDaily("is-found", day -> found(day))
                        .withDaily("danger", day -> found(day) ? "楼道停放电动车充电。" : "")
                        .withDaily("danger-at", day -> found(day) ? "第" + (number() + 1) + "栋楼道" : "")
                        .toAction(),
                14);
    }

    /** Some recent patrols found a hazard that is still open. */
    private boolean found(LocalDate day) {
        return number() % 6 == 2 && day.isAfter(today().minusDays(15));
    }

    private SubjectPlan safetyUnit() {
        var lead = choose(UNITS);
        return plan(
                "safety-units",
                14,
                start("enter", dispatcher(), "title", "安全发展单元" + letter(), "kind", choose("fire", "trade", "traffic"))
                        .with("place", "临街商铺" + letter(), "keeper", "社区主任" + letter(), "lead", lead)
                        .with("second", lead.equals("housing") ? "water" : "housing"),
                visit("check", new Seat(lead, "handler"), "findings", "消防通道畅通，用电规范。", "is-found", false)
                        .with("people", 3));
    }
}
