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

/** Events that concern many subjects at once: heavy rain some weeks ago, and a campaign that is still open. */
record DistrictEvents(
        OrderDesk desk, DemoAccounts accounts, WorkingCalendar calendar, Directory directory, Instant now) {

    private static final Duration RAIN = Duration.ofDays(16);
    private static final Duration CAMPAIGN = Duration.ofDays(40);
    /** In minutes. */
    private static final int OVERNIGHT = 12 * 60;

    private static final Seat NATURAL_RESOURCES = new Seat("natural-resources", "handler");
    private static final Seat HOUSING = new Seat("housing", "handler");

    /** Runs both events and returns the refusals; there should be none. */
    List<String> run() {
        return Stream.concat(
                        new EventRun(evening()).rain().stream(), new EventRun(now.minus(CAMPAIGN)).campaign().stream())
                .toList();
    }

    /** Returns seven o'clock in the evening of the day of rain. */
    private Instant evening() {
        var zone = calendar.hours().zone();
        return now.minus(RAIN)
                .atZone(zone)
                .truncatedTo(ChronoUnit.DAYS)
                .withHour(19)
                .toInstant();
    }

    /** One event; its actions run in the order of their times. */
    private final class EventRun {

        private final Instant start;
        private final StoryClock clock = new StoryClock(now);
        private final OrderDesk deskAtTime = desk.at(clock);
        private final List<String> refusals = new ArrayList<>();
        private int actionCount;

        EventRun(Instant begin) {
            this.start = begin;
        }

        List<String> rain() {
            var streets =
                    directory.streets().stream().map(street -> street.code()).toList();
            var warning = raise(
                    "warning",
                    "warn",
                    NATURAL_RESOURCES,
                    Map.of(
                            "level", "orange",
                            "title", "强降雨橙色预警",
                            "content", "未来3小时全区降雨量将达50毫米以上，隐患点注意滑坡、崩塌。",
                            "area", streets));
            var points = children(warning);
            points.forEach(point -> {
                var people = (Long) point.fields().get("people");
                perform(10, "confirm", point, watcher(point), Map.of("state", "changing", "counted", people));
                perform(30, "move", point, watcher(point), Map.of("moved", people, "refuge", "社区活动中心"));
            });
            for (int minutes = 55; minutes < OVERNIGHT; minutes += 55) {
                perform(minutes, "situation", warning, NATURAL_RESOURCES, Map.of("note", "各点人员已全部转移安置，有人值守。"));
            }
            for (int minutes = 240; minutes < OVERNIGHT; minutes += 200) {
                for (var point : points) {
                    perform(minutes, "watch", point, watcher(point), Map.of("state", "stable", "note", "人员在安置点，情绪稳定"));
                }
            }
            perform(OVERNIGHT, "all-clear", warning, NATURAL_RESOURCES, Map.of("note", "雨停，专家现场踏勘，无新增变形。"));
            points.forEach(point -> perform(
                    OVERNIGHT + 60,
                    "home",
                    point,
                    watcher(point),
                    Map.of("came", point.fields().get("people"))));
            perform(
                    3 * OVERNIGHT,
                    "close",
                    warning,
                    NATURAL_RESOURCES,
                    Map.of("result", "应答及时，转移有序；两处撤离路线夜间照明不足，已报修。"));
            return refusals;
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
                            calendar.dayOf(start).toString(),
                            "share",
                            10));
            return refusals;
        }

        private Order raise(String method, String action, Seat by, Map<String, Object> answers) {
            clock.set(start);
            long id = desk.nextId();
            var outcome =
                    deskAtTime.raise(method, id, new Attempt(action, accounts.officer(by), answers), "demo-" + id);
            if (outcome instanceof Outcome.Done done) {
                return done.order();
            }
            throw new IllegalStateException("The demonstration cannot " + action + ": " + outcome);
        }

        private void perform(int minutes, String action, Order order, Seat by, Map<String, Object> answers) {
            clock.set(start.plus(Duration.ofMinutes(minutes)));
            Actor who = accounts.officer(by);
            var outcome = deskAtTime.perform(
                    order.id(), new Attempt(action, who, answers), "demo-" + order.id() + "-" + ++actionCount);
            if (outcome instanceof Outcome.Refused refused) {
                refusals.add(action + " " + order.id() + ": " + refused.reasons());
            }
        }

        private List<Order> children(Order parent) {
            return parent.kin().children().stream()
                    .flatMap(child -> desk.find(child.id()).stream())
                    .toList();
        }

        private Seat watcher(Order point) {
            return point.holder().orElseThrow();
        }
    }
}
