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
 * The subjects that a viewer should visit: subjects of registers with a visit cycle that are overdue or due soon and that the
 * viewer may visit. Confidential registers are left out, because their data must not be on a phone.
 */
@Component
class DueSubjects {

    static final Duration SOON = Duration.ofDays(31);
    /** The maximum number of subjects of one viewer. */
    static final int MAX_SUBJECTS = 200;

    private static final int MAX_OF_REGISTER = 400;
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
            limit :limit
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

    /** Returns the subjects that a viewer should visit, the most overdue first. */
    List<Order> of(Viewer viewer) {
        return rulebook.registers(directories.district()).stream()
                .filter(register -> mightVisit(register, viewer))
                .flatMap(register -> due(register, viewer))
                .filter(subject -> !actions(subject, viewer).isEmpty())
                .sorted(Comparator.comparing(subject -> VisitCycle.of(desk.methodOf(subject), subject)
                        .run()
                        .orElseThrow()
                        .dueAt()))
                .limit(MAX_SUBJECTS)
                .toList();
    }

    /** Returns the allowed actions on a patrol: visits, and actions that open an order. Empty when no visit is allowed. */
    List<Action> actions(Order subject, Viewer viewer) {
        var method = desk.methodOf(subject);
        var decider = new Decider(method, subject, desk.setting(subject));
        var allowed = method.actions().values().stream()
                .filter(action -> isPatrolAction(method, action))
                .filter(action -> decider.hindrances(action, viewer.actor()).isEmpty())
                .toList();
        return allowed.stream().anyMatch(action -> isVisit(method, action)) ? allowed : List.of();
    }

    /** Returns true for a visit, and for an action that opens an order from the subject. */
    static boolean isPatrolAction(Method method, Action action) {
        return isVisit(method, action)
                || !action.start() && !action.outgoing().opens().isEmpty();
    }

    static boolean isVisit(Method method, Action action) {
        return method.register().orElseThrow().visits().contains(action.id());
    }

    private Stream<Order> due(Method register, Viewer viewer) {
        var visibility = Visibility.of(viewer, directories.current());
        return jdbc
                .sql(DUE.formatted(visibility.subjects()))
                .param("district", directories.district())
                .param("register", register.id())
                .param("soon", clock.instant().plus(SOON).atOffset(ZoneOffset.UTC))
                .param("limit", MAX_OF_REGISTER)
                .params(visibility.params())
                .query(String.class)
                .list()
                .stream()
                .map(OrderJson::order);
    }

    /** Returns false for registers that this viewer cannot visit, so that they are not read. */
    private static boolean mightVisit(Method register, Viewer viewer) {
        var rules = register.register().orElseThrow();
        return !register.confidential()
                && rules.cycle().isPresent()
                && rules.visits().stream()
                        .map(register.actions()::get)
                        .flatMap(visit -> visit.by().stream())
                        .anyMatch(role -> role instanceof Role.Holder
                                || role instanceof Role.PostOf post && viewer.has(post.post()));
    }
}
