package org.liudan.methods;

import static org.liudan.testing.Play.RESIDENT;
import static org.liudan.testing.Play.handler;

import java.util.Map;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.testing.Play;

/**
 * Replays the year of the report of the source: 「截至8月22日，“营商环境直通车”共受理诉求386件，交办339件，20件正在办理中，
 * 办结366件（其中47件直接答复办结），满意率96.8%。」
 */
public final class HotlineReport {

    /** The figures of the method for the days of the report. */
    public static final String ADDRESS = "/figures?method=enterprise-hotline&from=2025-03-19&to=2025-08-22";

    /** The number of orders behind each figure of the report. The share of satisfied residents is 306 of 316 ratings. */
    public static final Map<String, Integer> ORDERS =
            Map.of("受理", 386, "交办", 339, "在办", 20, "办结", 366, "其中直接答复", 47, "满意率", 306);

    private static final Actor CENTRE = handler("enterprise-centre");
    private static final Actor POWER = handler("power-supply");

    private final Play play;

    public HotlineReport(Play play) {
        this.play = play;
    }

    /** Raises all orders and works on them. */
    public void replay() {
        play.at("2025-03-19T09:00");
        for (int number = 0; number < 386; number++) {
            var order = raise(play);
            if (number < 47) {
                play.does(CENTRE, "answer-directly", order, "result", "政策已当面解释。");
            } else {
                play.does(CENTRE, "assign", order, "department", "power-supply");
                if (number >= 67) {
                    close(order, number);
                }
            }
        }
    }

    static Order raise(Play play) {
        return play.raises(
                "enterprise-hotline",
                RESIDENT,
                "raise",
                "enterprise",
                "新能源公司",
                "content",
                "电动汽车充电站因供电手续等问题频频受阻",
                "person",
                "李先生",
                "phone",
                "19900001111");
    }

    /** 319 orders were assigned and closed; 316 of them were rated, 306 as satisfied: 96.8 %. */
    private void close(Order order, int number) {
        play.does(POWER, "visit", order, "visited", "上门看过。");
        play.does(POWER, "finish", order, "result", "办好了。");
        play.does(CENTRE, "approve", order);
        if (number < 70) {
            play.does(CENTRE, "no-contact", order);
            play.does(CENTRE, "close-unrated", order, "note", "联系不上。");
        } else {
            play.does(RESIDENT, "rate", order, "rating", number < 80 ? "average" : "satisfied");
        }
    }
}
