package org.liudan.patrols;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.liudan.engine.decision.Decider;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Role;
import org.liudan.engine.order.Order;
import org.liudan.identity.Viewer;
import org.liudan.orders.access.Visibility;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.store.OrderJson;
import org.liudan.orders.wording.VisitCycle;
import org.liudan.organisation.Directories;
import org.liudan.rulebook.Rulebook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The round of somebody: subjects of any register with a cycle that are overdue or due soon, and that they may visit
 * themselves. Confidential registers are left out: what they hold isn't carried about on a phone.
 */
@Component
class DueSubjects {

    static final Duration SOON = Duration.ofDays(31);
    /** No round is longer. */
    static final int MOST = 200;

    private static final int OF_A_REGISTER = 400;
    private static final String DUE = """
            select o.state
            from subject o
            where o.district_id = :district
                and o.method = :register
                and o.closed is null
                and o.due_at < :soon
                and not o.confidential
                and (%s)
            order by o.due_at, o.id
            limit :most
            """;

    private final JdbcClient jdbc;
    private final Rulebook rulebook;
    private final Directories directories;
    private final OrderDesk desk;
    private final Clock clock;

    DueSubjects(JdbcClient jdbc, Rulebook rulebook, Directories directories, OrderDesk desk, Clock clock) {
        this.jdbc = jdbc;
        this.rulebook = rulebook;
        this.directories = directories;
        this.desk = desk;
        this.clock = clock;
    }

    /** What somebody has to visit, what has waited longest first. */
    List<Order> of(Viewer viewer) {
        return rulebook.registers(directories.district()).stream()
                .filter(register -> mightVisit(register, viewer))
                .flatMap(register -> due(register, viewer))
                .filter(subject -> !actions(subject, viewer).isEmpty())
                .sorted(Comparator.comparing(subject -> VisitCycle.of(desk.methodOf(subject), subject)
                        .run()
                        .orElseThrow()
                        .dueAt()))
                .limit(MOST)
                .toList();
    }

    /** What somebody may do on a round: the visits, and what opens an order there and then. */
    List<Action> actions(Order subject, Viewer viewer) {
        var method = desk.methodOf(subject);
        var deciding = new Decider(method, subject, desk.setting(subject));
        var may = method.actions().values().stream()
                .filter(action -> onARound(method, action))
                .filter(action -> deciding.hindrances(action, viewer.actor()).isEmpty())
                .toList();
        return may.stream().anyMatch(action -> isVisit(method, action)) ? may : List.of();
    }

    static boolean onARound(Method method, Action action) {
        return isVisit(method, action)
                || !action.start() && !action.outgoing().opens().isEmpty();
    }

    static boolean isVisit(Method method, Action action) {
        return method.register().orElseThrow().visits().contains(action.id());
    }

    private Stream<Order> due(Method register, Viewer viewer) {
        var sight = Visibility.of(viewer, directories.current());
        return jdbc
                .sql(DUE.formatted(sight.subjects()))
                .param("district", directories.district())
                .param("register", register.id())
                .param("soon", clock.instant().plus(SOON).atOffset(ZoneOffset.UTC))
                .param("most", OF_A_REGISTER)
                .params(sight.params())
                .query(String.class)
                .list()
                .stream()
                .map(OrderJson::order);
    }

    /** Spares looking through registers that others visit. */
    private static boolean mightVisit(Method register, Viewer viewer) {
        var says = register.register().orElseThrow();
        return !register.confidential()
                && says.cycle().isPresent()
                && says.visits().stream()
                        .map(register.actions()::get)
                        .flatMap(visit -> visit.by().stream())
                        .anyMatch(role -> role instanceof Role.Holder
                                || role instanceof Role.PostOf post && viewer.has(post.post()));
    }
}
