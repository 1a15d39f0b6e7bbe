package org.liudan.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.liudan.demo.SubjectPlan.PlannedAction;
import org.liudan.engine.order.Seat;

/** A person or a group, with a plan for each register about people. */
final class PersonSubject extends DemoSubject {

    PersonSubject(int number, String community, Places places, LocalDate today) {
        super(number, community, places, today);
    }

    @Override
    Stream<SubjectPlan> plans() {
        return Stream.of(fisherman(), loan(), recovering(), team(), pair());
    }

    private SubjectPlan fisherman() {
        var insurance = choose("resident", "enterprise");
        var employment = choose("farming", "enterprise", "own-business", "flexible");
        return plan(
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

    private SubjectPlan loan() {
        int amount = 20_000 + number() % 4 * 10_000;
        return plan(
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
                        .with("industry", choose("planting", "breeding", "trade"), "due-on", later(18)),
                visit("visit", clerk(), "how", "visit", "use-found", "as-agreed", "findings", "资金用于产业，长势良好。"));
    }

    private SubjectPlan recovering() {
        return plan(
                "recovery",
                28,
                start("receive", clerk(), "person", "某" + letter(), "helper", "志愿者" + letter())
                        .with("since", today().minusMonths(7).toString()),
                visit("visit", clerk(), "how", "meeting", "given", List.of("talk", "counselling"), "findings", "情绪平稳。")
                        .with(
                                "mood",
                                choose("steady", "wavering"),
                                "work",
                                choose("seeking", "working"),
                                "family",
                                "mending"),
                visit("plan", clerk(), "plan", "每周谈心一次，每月检测一次。"));
    }

    private SubjectPlan team() {
        var activity =
                SubjectPlan.answersOf("hours", 3, "people", 6 + number(), "served", 40 + number(), "done", "义诊和政策宣讲。");
        return new SubjectPlan(
                "teams",
                start("enter", dispatcher(), "title", "志愿服务团" + letter(), "captain", "团长" + letter())
                        .with(
                                "kind",
                                choose("parties", "commerce", "overseas", "new-strata", "street"),
                                "members",
                                8 + number())
                        .with("point", point("teams"))
                        .toAction(code("teams"), community()),
                List.of(),
                new PlannedAction("activity", dispatcher(), day -> {
                    var eighth = day.getDayOfMonth() < 8 ? day.minusMonths(1) : day;
                    activity.put("day", eighth.withDayOfMonth(8).toString());
                    return activity;
                }),
                28);
    }

    private SubjectPlan pair() {
        var leader = new Seat("leader-" + (1 + number() % 6), "leader");
        return plan(
                "pairs",
                75,
                start("pair", leader, "title", "联系对象" + letter(), "kind", choose("person", "chamber", "merchant"))
                        .with("point", point("pairs"))
                        .with("leader", leader.unit(), "leader-name", "区领导" + letter()),
                visit("contact", leader, "how", choose("talk", "visit"), "findings", "谈心交心，听取意见。"));
    }
}
