package org.liudan.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.liudan.calendar.WorkingCalendar;
import org.liudan.engine.decision.Attempt;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.engine.order.Seat;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.desk.Outcome;
import org.liudan.organisation.Directory;

/** What concerns many subjects at once: an evening of rain some weeks ago, and a campaign that is under way. */
record Occasions(OrderDesk desk, Cast cast, WorkingCalendar calendar, Directory directory, Instant now) {

    private static final Duration RAIN = Duration.ofDays(16);
    private static final Duration CAMPAIGN = Duration.ofDays(40);
    private static final int OVERNIGHT = 12 * 60;
    private static final Seat NATURAL = new Seat("natural-resources", "handler");
    private static final Seat HOUSING = new Seat("housing", "handler");

    /** Answers what was refused, which nothing should be. */
    List<String> tell() {
        return Stream.concat(
                        new Telling(evening()).rain().stream(), new Telling(now.minus(CAMPAIGN)).campaign().stream())
                .toList();
    }

    /** Seven in the evening of the day of rain. */
    private Instant evening() {
        var zone = calendar.hours().zone();
        return now.minus(RAIN)
                .atZone(zone)
                .truncatedTo(ChronoUnit.DAYS)
                .withHour(19)
                .toInstant();
    }

    /** One of them, told in the order in which it happened. */
    private final class Telling {

        private final Instant begin;
        private final StoryClock clock = new StoryClock(now);
        private final OrderDesk then = desk.at(clock);
        private final List<String> refused = new ArrayList<>();
        private int deeds;

        Telling(Instant begin) {
            this.begin = begin;
        }

        List<String> rain() {
            var streets =
                    directory.streets().stream().map(street -> street.code()).toList();
            var warning = raise(
                    "warning",
                    "warn",
                    NATURAL,
                    Map.of(
                            "level", "orange",
                            "title", "强降雨橙色预警",
                            "content", "未来3小时全区降雨量将达50毫米以上，隐患点注意滑坡、崩塌。",
                            "area", streets));
            var points = children(warning);
            points.forEach(point -> {
                var people = (Long) point.fields().get("people");
                does(10, "confirm", point, watcher(point), Map.of("state", "changing", "counted", people));
                does(30, "move", point, watcher(point), Map.of("moved", people, "refuge", "社区活动中心"));
            });
            for (int minutes = 55; minutes < OVERNIGHT; minutes += 55) {
                does(minutes, "situation", warning, NATURAL, Map.of("note", "各点人员已全部转移安置，有人值守。"));
            }
            for (int minutes = 240; minutes < OVERNIGHT; minutes += 200) {
                for (var point : points) {
                    does(minutes, "watch", point, watcher(point), Map.of("state", "stable", "note", "人员在安置点，情绪稳定"));
                }
            }
            does(OVERNIGHT, "all-clear", warning, NATURAL, Map.of("note", "雨停，专家现场踏勘，无新增变形。"));
            points.forEach(point -> does(
                    OVERNIGHT + 60,
                    "home",
                    point,
                    watcher(point),
                    Map.of("came", point.fields().get("people"))));
            does(3 * OVERNIGHT, "close", warning, NATURAL, Map.of("result", "应答及时，转移有序；两处撤离路线夜间照明不足，已报修。"));
            return refused;
        }

        List<String> campaign() {
            raise(
                    "campaign",
                    "begin",
                    HOUSING,
                    Map.of(
                            "title",
                            "居民自建房安全百日攻坚",
                            "content",
                            "逐栋排查，隐患点对点交办，整改复核后销号。",
                            "area",
                            directory.streets().stream()
                                    .map(street -> street.code())
                                    .toList(),
                            "from",
                            calendar.dayOf(begin).toString(),
                            "share",
                            10));
            return refused;
        }

        private Order raise(String method, String start, Seat by, Map<String, Object> answers) {
            clock.set(begin);
            long id = desk.nextId();
            var outcome = then.raise(method, id, new Attempt(start, cast.in(by), answers), "demo-" + id);
            if (outcome instanceof Outcome.Done done) {
                return done.order();
            }
            throw new IllegalStateException("The demonstration can't " + start + ": " + outcome);
        }

        private void does(int minutes, String action, Order order, Seat by, Map<String, Object> answers) {
            clock.set(begin.plus(Duration.ofMinutes(minutes)));
            Actor who = cast.in(by);
            var outcome =
                    then.perform(order.id(), new Attempt(action, who, answers), "demo-" + order.id() + "-" + ++deeds);
            if (outcome instanceof Outcome.Refused no) {
                refused.add(action + " " + order.id() + ": " + no.reasons());
            }
        }

        private List<Order> children(Order whole) {
            return whole.kin().children().stream()
                    .flatMap(child -> desk.find(child.id()).stream())
                    .toList();
        }

        private Seat watcher(Order point) {
            return point.holder().orElseThrow();
        }
    }
}
