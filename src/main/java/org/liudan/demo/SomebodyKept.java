package org.liudan.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.liudan.demo.Keeping.Deed;
import org.liudan.engine.order.Seat;

/** Somebody, or some people, as they would stand on each register that is about people. */
final class SomebodyKept extends DemoSubject {

    SomebodyKept(int number, String community, Places places, LocalDate today) {
        super(number, community, places, today);
    }

    @Override
    Stream<Keeping> onEachRegister() {
        return Stream.of(fisherman(), loan(), recovering(), team(), pair());
    }

    private Keeping fisherman() {
        var insurance = one("resident", "enterprise");
        var employment = one("farming", "enterprise", "own-business", "flexible");
        return kept(
                "fishermen",
                90,
                start(
                                "enter",
                                clerk(),
                                "title",
                                "户主" + letter(),
                                "helper",
                                "网格员" + letter(),
                                "people",
                                2 + number() % 4)
                        .with("point", point("fishermen"))
                        .with("income", 42_000 + number() * 2_300, "employment", employment, "insurance", insurance),
                visit("visit", clerk(), "how", "visit", "findings", "生活稳定，收入有保障。")
                        .with("employment", employment, "insurance", insurance));
    }

    private Keeping loan() {
        int amount = 20_000 + number() % 4 * 10_000;
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
                        .with("households", 1, "amount", amount, "balance", amount - number() % 3 * 5_000)
                        .with("industry", one("planting", "breeding", "trade"), "due-on", later(18)),
                visit("visit", clerk(), "how", "visit", "use-found", "as-agreed", "findings", "资金用于产业，长势良好。"));
    }

    private Keeping recovering() {
        return kept(
                "recovery",
                28,
                start("receive", clerk(), "person", "某" + letter(), "helper", "志愿者" + letter())
                        .with("since", today().minusMonths(7).toString()),
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

    private Keeping team() {
        var activity = Keeping.filled("hours", 3, "people", 6 + number(), "served", 40 + number(), "done", "义诊和政策宣讲。");
        return new Keeping(
                "teams",
                start("enter", dispatcher(), "title", "志愿服务团" + letter(), "captain", "团长" + letter())
                        .with(
                                "kind",
                                one("parties", "commerce", "overseas", "new-strata", "street"),
                                "members",
                                8 + number())
                        .with("point", point("teams"))
                        .deed(code("teams"), community()),
                List.of(),
                new Deed("activity", dispatcher(), day -> {
                    var eighth = day.getDayOfMonth() < 8 ? day.minusMonths(1) : day;
                    activity.put("day", eighth.withDayOfMonth(8).toString());
                    return activity;
                }),
                28);
    }

    private Keeping pair() {
        var leader = new Seat("leader-" + (1 + number() % 6), "leader");
        return kept(
                "pairs",
                75,
                start("pair", leader, "title", "联系对象" + letter(), "kind", one("person", "chamber", "merchant"))
                        .with("point", point("pairs"))
                        .with("leader", leader.unit(), "leader-name", "区领导" + letter()),
                visit("contact", leader, "how", one("talk", "visit"), "findings", "谈心交心，听取意见。"));
    }
}
