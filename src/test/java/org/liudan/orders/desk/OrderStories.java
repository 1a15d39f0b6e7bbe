package org.liudan.orders.desk;

import static org.liudan.testing.Play.RESIDENT;
import static org.liudan.testing.Play.handler;
import static org.liudan.testing.Play.officer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.liudan.engine.order.Order;
import org.liudan.organisation.Directory;
import org.liudan.organisation.Region;
import org.liudan.testing.Play;

/**
 * Runs sample orders of every kind all over the district, to be copied later: closed in time or late, rated well or badly, solved by
 * the community, and open ones at every step.
 */
final class OrderStories {

    /** A place that each copy replaces by its own. */
    static final String PLACE = "栀子里";

    /** A point that each copy replaces by its own. */
    static final String POINT = "109.99111,27.11222";

    private static final List<String> PROBLEMS = List.of(
            "路灯坏了三个晚上了，老人家晚上下楼倒垃圾都要打手电筒",
            "下水道堵了，一楼厨房反水，味道很大，孩子都不敢开窗",
            "电梯这个月停了四次，有老人困在里面半个小时",
            "楼上装修从早上六点敲到晚上十点，物业说管不了",
            "自来水浑了两天，沉一晚上桶底有一层泥",
            "小区门口占道停车，救护车昨天都没开进来",
            "低保的材料交了两个月还没有答复，来问了三次",
            "垃圾站夏天没人清运，苍蝇飞到对面的小学食堂里",
            "工地欠了我们七个人三个月工资，老板电话不接了",
            "医保卡在药店刷不了，说是停保了，可是单位一直在交",
            "孩子入学报名系统里找不到我们这一片的学校",
            "河边的护栏断了两根，小孩子天天在那里玩",
            "楼道里堆满了旧家具和电动车，充电线拉得到处都是",
            "烧烤店油烟直接排到居民楼里，晚上两点还在吵");

    private final Play play;
    private final Directory directory;
    private final Random random = new Random(20_261_116);

    OrderStories(Play play, Directory directory) {
        this.play = play;
        this.directory = directory;
    }

    /** Runs closed orders. Returns their ids. */
    List<Long> closed(int count) {
        var ids = new ArrayList<Long>();
        for (int story = 0; story < count; story++) {
            play.clock().set("2026-11-02T09:0" + story % 10);
            ids.add(ended(story).id());
        }
        return ids;
    }

    /** Runs orders that were raised this morning and went through so many steps. Returns their ids. */
    List<Long> waiting(int count, int steps) {
        var ids = new ArrayList<Long>();
        play.clock().set("2026-11-16T08:40");
        for (int story = 0; story < count; story++) {
            ids.add(until(steps, community(), category()).id());
        }
        return ids;
    }

    /** Runs open orders. Returns their ids. */
    List<Long> open(int count) {
        var ids = new ArrayList<Long>();
        play.clock().set("2026-11-16T08:40");
        for (int story = 0; story < count; story++) {
            ids.add(until(1 + story % 6, community(), category()).id());
        }
        play.clock().set("2026-11-16T09:00");
        return ids;
    }

    private Order ended(int story) {
        var community = community();
        if (story % 7 == 0) {
            var solved = play.does(
                    officer(community.code() + ".clerk"),
                    "solve",
                    until(1, community, category()),
                    "reasonable",
                    "deferrable",
                    "category",
                    category(),
                    "result",
                    "社区当天组织党员处理好了。");
            return rated(solved, community, 0);
        }
        var category = category();
        var order = until(5, community, category);
        if (story % 9 == 0) {
            play.passes(Duration.ofDays(4));
        }
        play.clock().pass(Duration.ofHours(random.nextInt(20)));
        order = play.does(
                handler(unit(category)),
                "finish",
                play.now(order),
                "result",
                PLACE + "的问题已经处理完毕，现场验收合格。",
                "files",
                "photo");
        return rated(order, community, story % 10);
    }

    private Order rated(Order order, Region community, int digit) {
        var rating = digit == 8 ? "average" : digit == 9 ? "dissatisfied" : "satisfied";
        var rated = play.does(RESIDENT, "rate", order, "rating", rating);
        return digit == 9
                ? play.does(officer(community.parent() + ".dispatcher"), "uphold", rated, "words", "已向居民说明情况。")
                : rated;
    }

    /** An order that went through so many steps. */
    private Order until(int steps, Region community, String category) {
        var clerk = officer(community.code() + ".clerk");
        var dispatcher = officer(community.parent() + ".dispatcher");
        var order = raised(community);
        if (steps > 1) {
            order = play.does(clerk, "report", order, "reasonable", "urgent", "category", category, "words", "已看过。");
        }
        if (steps > 2) {
            order = play.does(dispatcher, "sign", order, "words", "街道已经收到。");
        }
        if (steps > 3) {
            order = play.does(dispatcher, "dispatch", order, "department", unit(category), "note", "请当天回应群众。");
        }
        if (steps > 4) {
            order = play.does(
                    handler(unit(category)), "accept", order, "difficulty", "ordinary", "words", "您反映的问题今天收到了。");
        }
        return steps > 5
                ? play.does(handler(unit(category)), "finish", order, "result", PLACE + "的问题已经处理。", "files", "photo")
                : order;
    }

    private Order raised(Region community) {
        var content = PLACE + PROBLEMS.get(random.nextInt(PROBLEMS.size())) + "，麻烦派人来看一下。";
        var common = new ArrayList<Object>(List.of(
                "content",
                content,
                "region",
                community.code(),
                "place",
                PLACE + random.nextInt(40) + "栋",
                "person",
                "陈女士",
                "phone",
                "19900001234"));
        if (random.nextInt(3) > 0) {
            common.addAll(List.of("point", POINT));
            return play.raises("six-orders", RESIDENT, "raise", common.toArray());
        }
        common.addAll(List.of("channel", random.nextBoolean() ? "phone" : "chat-group", "happened", "2026-11-02"));
        return play.raises("six-orders", officer(community.code() + ".clerk"), "register", common.toArray());
    }

    private Region community() {
        var all = directory.regions().values().stream()
                .filter(region -> region.level().equals("community"))
                .toList();
        return all.get(random.nextInt(all.size()));
    }

    private String category() {
        var all = directory.duties().entrySet().stream()
                .filter(duty -> duty.getKey().contains(".") && directory.isOf(duty.getValue(), "department"))
                .map(java.util.Map.Entry::getKey)
                .sorted()
                .toList();
        return all.get(random.nextInt(all.size()));
    }

    private String unit(String category) {
        return directory.duties().getOrDefault(category, "");
    }
}
