package org.liudan.registers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liudan.engine.decision.Decider;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.Method;
import org.liudan.engine.order.Order;
import org.liudan.identity.Viewer;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.organisation.Directories;
import org.liudan.registers.SubjectFilter.Tab;
import org.liudan.rulebook.Rulebook;
import org.springframework.stereotype.Component;

/**
 * The registers that somebody may know of: all but the confidential ones, and of those the ones of which they may read a
 * subject, or enter one.
 */
@Component
public class VisibleRegisters {

    private final Rulebook rulebook;
    private final Directories directories;
    private final Subjects subjects;
    private final OrderDesk desk;

    VisibleRegisters(Rulebook rulebook, Directories directories, Subjects subjects, OrderDesk desk) {
        this.rulebook = rulebook;
        this.directories = directories;
        this.subjects = subjects;
        this.desk = desk;
    }

    /** All of them. */
    public List<Method> all(Viewer viewer) {
        return rulebook.registers(directories.district()).stream()
                .filter(register -> known(register, viewer))
                .toList();
    }

    /** The register of this name; empty when there is none that the viewer may know of. */
    public Optional<Method> find(String id, Viewer viewer) {
        return rulebook.register(directories.district(), id).filter(register -> known(register, viewer));
    }

    /** The action by which the viewer may enter a subject on the register, if there is one. */
    public Optional<Action> entry(Method register, Viewer viewer) {
        var unraised = Order.unraised(0, register.id(), register.version());
        var deciding = new Decider(register, unraised, desk.setting(unraised));
        return register.starts().stream()
                .filter(start -> deciding.hindrances(start, viewer.actor()).isEmpty())
                .findFirst();
    }

    private boolean known(Method register, Viewer viewer) {
        return !register.confidential()
                || entry(register, viewer).isPresent()
                || some(register, viewer, Tab.KEPT)
                || some(register, viewer, Tab.LEFT);
    }

    private boolean some(Method register, Viewer viewer, Tab tab) {
        return subjects.count(new SubjectFilter(register.id(), Map.of("tab", tab.id())), register, viewer) > 0;
    }
}
