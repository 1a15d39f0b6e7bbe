package org.liudan.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.liudan.demo.Keeping.Deed;
import org.liudan.engine.Seat;

/** A subject of the demonstration as it would stand on each register: nobody is called by a name. */
record Subject(int number, String community, String street, LocalDate today) {

    private static final String[] LETTERS = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
    private static final String[] UNITS = {"transport", "housing", "agriculture", "market", "water"};
    private static final List<String> SIX =
            List.of("ledger", "office", "volunteers", "display", "activity", "platform");
    private static final List<String> FIVE = List.of("body", "ground", "staff", "funds", "ledger");

    Stream<Keeping> onEachRegister() {
        return Stream.of(
                fisherman(),
                loan(),
                recovering(),
                enterprise(),
                building(),
                slope(),
                site(),
                project(),
                team(),
                pair());
    }

    private Keeping fisherman() {
        var insurance = one("resident", "enterprise");
        var employment = one("farming", "enterprise", "own-business", "flexible");
        return kept(
                "fishermen",
                90,
                start("enter", clerk(), "title", "户主" + letter(), "helper", "网格员" + letter(), "people", 2 + number % 4)
                        .with("income", 42_000 + number * 2_300, "employment", employment, "insurance", insurance),
                visit("visit", clerk(), "how", "visit", "findings", "生活稳定，收入有保障。")
                        .with("employment", employment, "insurance", insurance));
    }

    private Keeping loan() {
        int amount = 20_000 + number % 4 * 10_000;
        return kept(
                "microcredit",
                60,
                start(
                                "enter",
                                dispatcher(),
                                "title",
                                "户主" + letter(),
                                "station",
                                "金融帮扶服务站",
                                "helper",
                                "帮扶干部" + letter())
                        .with("households", 1, "amount", amount, "balance", amount - number % 3 * 5_000)
                        .with("industry", one("planting", "breeding", "trade"), "due-on", later(18)),
                visit("visit", clerk(), "how", "visit", "use-found", "as-agreed", "findings", "资金用于产业，长势良好。"));
    }

    private Keeping recovering() {
        return kept(
                "recovery",
                28,
                start("receive", clerk(), "person", "某" + letter(), "helper", "志愿者" + letter())
                        .with("since", today.minusMonths(7).toString()),
                visit("visit", clerk(), "how", "meeting", "given", List.of("talk", "counselling"), "findings", "情绪平稳。")
                        .with(
                                "mood",
                                one("steady", "wavering"),
                                "work",
                                one("seeking", "working"),
                                "family",
                                "mending"),
                visit("plan", clerk(), "plan", "每周谈心一次，每月检测一次。"));
    }

    private Keeping enterprise() {
        var unit = one(UNITS);
        return kept(
                "enterprises",
                28,
                start("enter", new Seat("enterprise-centre", "handler"), "title", "企业" + letter(), "size", "small")
                        .with("official", "联企干部" + letter(), "unit-of-official", unit, "staff", 20 + number * 3)
                        .with("industry", one("manufacture", "trade", "tourism", "farming")),
                visit("contact", new Seat(unit, "handler"), "how", "visit", "findings", "生产正常，用工平稳。"));
    }

    private Keeping building() {
        return kept(
                "buildings",
                100,
                start(
                                "enter",
                                clerk(),
                                "title",
                                "户主" + letter(),
                                "place",
                                "第" + (number + 1) + "栋",
                                "keeper",
                                "网格员" + letter())
                        .with("structure", one("brick-concrete", "frame", "brick-wood"), "storeys", 2 + number % 4)
                        .with("built", 1988 + number, "area", 120 + number * 9, "use", "home", "key", false)
                        .with("rented", number % 3 == 0, "crowd", false, "slope", number % 5 == 0)
                        .with("danger", one("a", "b"), "findings", "未见结构裂缝。"),
                visit("check", clerk(), "danger", one("a", "b"), "use", "home", "rented", number % 3 == 0)
                        .with("crowd", false, "findings", "与上年一致。"),
                visit("confirm", new Seat("recheck-group", "handler")));
    }

    private Keeping slope() {
        return kept(
                "hazard-points",
                14,
                start("enter", clerk(), "title", "后山" + letter(), "place", "后山" + letter() + "坡", "scale", "small")
                        .with("kind", one("landslide", "slope", "collapse"), "households", 3 + number % 6)
                        .with("people", 9 + number, "responsible", "村主干" + letter(), "watcher", "监测员" + letter())
                        .with("phone", "1380000" + (1000 + number)),
                visit("patrol", clerk(), "state", one("stable", "stable", "changing"), "findings", "坡面无新裂缝。"),
                visit("prepare", clerk(), "signs", "裂缝、渗水", "measures", "埋桩、贴片、目视", "signal", "敲锣和广播")
                        .with("ready", List.of("team", "plan", "prevention-card", "refuge-card", "sign"))
                        .with("route", "沿公路向外", "refuge", "村小学", "handed-out", 3 + number % 6));
    }

    private Keeping site() {
        return kept(
                "sites",
                80,
                start("enter", clerk(), "title", "同心示范点" + letter(), "kind", one("community", "village", "park"))
                        .with("officer", "责任人" + letter(), "plan", "一年建成。", "until", later(5)),
                visit("check", dispatcher(), "findings", "逐项核对。", "six-haves", SIX.subList(0, 3 + number % 4))
                        .with("five-haves", FIVE.subList(0, 2 + number % 4)));
    }

    private Keeping project() {
        var unit = new Seat(one(UNITS), "handler");
        return kept(
                "projects",
                28,
                start("enter", unit, "title", "重点项目" + letter(), "owner", "建设单位" + letter(), "department", unit.unit())
                        .with("kind", one("industry", "infrastructure", "welfare"), "department-kind", "public")
                        .with("leader-name", "区领导" + letter(), "plan", "分两期建设。", "funds", 800 + number * 350)
                        .with("start-by", later(1), "finish-by", later(12)),
                visit("report", unit, "progress", "按计划推进。", "share", 10 + number * 3, "paid", 200 + number * 40)
                        .with("state", one("on-time", "on-time", "behind")),
                visit("begin", unit, "year-plan", "完成主体。", "finish-by", later(12)));
    }

    private Keeping team() {
        var activity = Keeping.filled("hours", 3, "people", 6 + number, "served", 40 + number, "done", "义诊和政策宣讲。");
        return new Keeping(
                "teams",
                start("enter", dispatcher(), "title", "志愿服务团" + letter(), "captain", "团长" + letter())
                        .with(
                                "kind",
                                one("parties", "commerce", "overseas", "new-strata", "street"),
                                "members",
                                8 + number)
                        .deed(code("teams"), community),
                List.of(),
                new Deed("activity", dispatcher(), day -> {
                    var eighth = day.getDayOfMonth() < 8 ? day.minusMonths(1) : day;
                    activity.put("day", eighth.withDayOfMonth(8).toString());
                    return activity;
                }),
                28);
    }

    private Keeping pair() {
        var leader = new Seat("leader-" + (1 + number % 6), "leader");
        return kept(
                "pairs",
                75,
                start("pair", leader, "title", "联系对象" + letter(), "kind", one("person", "chamber", "merchant"))
                        .with("leader", leader.unit(), "leader-name", "区领导" + letter()),
                visit("contact", leader, "how", one("talk", "visit"), "findings", "谈心交心，听取意见。"));
    }

    private Keeping kept(String register, int days, Part start, Part visit, Part... then) {
        return new Keeping(
                register,
                start.deed(code(register), community),
                Stream.of(then).map(Part::deed).toList(),
                visit.deed(),
                days);
    }

    /** An action by somebody, with what is filled in so far. */
    private record Part(String action, Seat by, Map<String, Object> answers) {

        Part with(Object... more) {
            answers.putAll(Keeping.filled(more));
            return this;
        }

        Deed deed() {
            return new Deed(action, by, day -> answers);
        }

        Deed deed(String code, String region) {
            return with("code", code, "region", region).deed();
        }
    }

    private static Part start(String action, Seat by, Object... answers) {
        return new Part(action, by, Keeping.filled(answers));
    }

    private static Part visit(String action, Seat by, Object... answers) {
        return start(action, by, answers);
    }

    private String code(String register) {
        return "%s-%03d".formatted(register.substring(0, 2).toUpperCase(Locale.ROOT), number + 1);
    }

    private String letter() {
        return LETTERS[number % LETTERS.length]
                + (number < LETTERS.length ? "" : String.valueOf(number / LETTERS.length));
    }

    private String one(String... choices) {
        return choices[number % choices.length];
    }

    private String later(int months) {
        return today.plusMonths(months).toString();
    }

    private Seat clerk() {
        return new Seat(community, "clerk");
    }

    private Seat dispatcher() {
        return new Seat(street, "dispatcher");
    }
}
