package org.liudan.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.liudan.deadlines.DueClocks;
import org.liudan.districts.DistrictLoader;
import org.liudan.engine.decision.Attempt;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;
import org.liudan.geo.ShapeFiles;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.desk.Outcome;
import org.liudan.orders.verification.Verification;
import org.liudan.organisation.Directories;
import org.liudan.rulebook.RulebookFiles;
import org.liudan.settings.CalendarFiles;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The demonstration district, and people who act in it. */
@TestConfiguration(proxyBeanMethods = false)
public class District {

    public static final String PASSWORD = "Demo-2026-demo";
    public static final String COMMUNITY = "431271001001";
    public static final String STREET = "431271001";

    @Bean
    @Primary
    SettableClock settableClock() {
        return new SettableClock();
    }

    @Bean
    People testPeople(
            OrderDesk desk,
            DistrictLoader loader,
            CalendarFiles calendar,
            RulebookFiles files,
            ShapeFiles shapes,
            Directories directories) {
        loader.loadDemonstration(PASSWORD);
        shapes.loadDemonstration();
        calendar.load();
        files.publish(directories.district());
        return new People(desk);
    }

    @Bean
    Play play(OrderDesk desk, DueClocks clocks, SettableClock clock, Verification verification) {
        return new Play(desk, clocks, clock, verification);
    }

    /** Performs the actions of people, one line each. */
    public record People(OrderDesk desk) {

        public static final Actor RESIDENT = new Actor.Resident();
        public static final Actor CLERK = new Actor.Officer(COMMUNITY, "clerk", "community");
        public static final Actor DISPATCHER = new Actor.Officer(STREET, "dispatcher", "street");
        public static final Actor STREET_SECRETARY = new Actor.Officer(STREET, "secretary", "street-secretary");
        public static final Actor OFFICE = new Actor.Officer(STREET + "-affairs", "handler", "office");
        public static final Actor HANDLER = new Actor.Officer("city-management", "handler", "department");
        public static final Actor LEADER = new Actor.Officer("leader-1", "leader", "leader");
        public static final Actor INSPECTOR = new Actor.Officer("supervision", "inspector", "inspector");

        /** Raises an order of a resident about a street lamp. */
        public Order raised() {
            return raised("楼下路灯坏了三天");
        }

        public Order raised(String content) {
            var outcome = desk.raise(
                    "six-orders",
                    desk.nextId(),
                    new Attempt("raise", RESIDENT, Map.of("content", content, "region", COMMUNITY)),
                    UUID.randomUUID().toString());
            return ((Outcome.Done) outcome).order();
        }

        /** Performs an action that must succeed; the answers are field, value, field, value. */
        public Order does(Actor who, String action, Order order, String... answers) {
            var outcome = tries(who, action, order, answers);
            if (outcome instanceof Outcome.Refused refused) {
                throw new AssertionError(action + " was refused: " + refused.reasons());
            }
            return ((Outcome.Done) outcome).order();
        }

        /** Performs an action and returns its outcome. */
        public Outcome tries(Actor who, String action, Order order, String... answers) {
            var values = new HashMap<String, Object>();
            for (int i = 0; i < answers.length; i += 2) {
                values.put(answers[i], answers[i + 1]);
            }
            return desk.perform(
                    order.id(),
                    new Attempt(action, who, values),
                    UUID.randomUUID().toString());
        }

        /** Raises an order and dispatches it to the department. */
        public Order dispatched() {
            return dispatched("楼下路灯坏了三天");
        }

        public Order dispatched(String content) {
            var order = raised(content);
            does(CLERK, "report", order, "reasonable", "urgent", "category", "infrastructure.streetlight");
            does(DISPATCHER, "sign", order);
            return does(DISPATCHER, "dispatch", order, "department", "city-management");
        }
    }
}
