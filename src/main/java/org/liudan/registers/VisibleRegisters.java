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
import org.liudan.registers.SubjectFilter.SubjectTab;
import org.liudan.rulebook.Rulebook;
import org.springframework.stereotype.Component;

/**
 * The registers that a viewer may see: all registers that are not confidential, and the confidential ones if the viewer
 * may read or enter a subject there.
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

    /** All registers that the viewer may see. */
    public List<Method> all(Viewer viewer) {
        return rulebook.registers(directories.district()).stream()
                .filter(register -> isVisible(register, viewer))
                .toList();
    }

    /** The register with this id; empty if there is none or the viewer may not see it. */
    public Optional<Method> find(String id, Viewer viewer) {
        return rulebook.register(directories.district(), id).filter(register -> isVisible(register, viewer));
    }

    /** The first action by which the viewer may enter a subject on the register; empty if there is none. */
    public Optional<Action> entryAction(Method register, Viewer viewer) {
        var unraised = Order.unraised(0, register.id(), register.version());
        var decider = new Decider(register, unraised, desk.setting(unraised));
        return register.starts().stream()
                .filter(start -> decider.hindrances(start, viewer.actor()).isEmpty())
                .findFirst();
    }

    private boolean isVisible(Method register, Viewer viewer) {
        return !register.confidential()
                || entryAction(register, viewer).isPresent()
                || hasSubjects(register, viewer, SubjectTab.KEPT)
                || hasSubjects(register, viewer, SubjectTab.LEFT);
    }

    private boolean hasSubjects(Method register, Viewer viewer, SubjectTab tab) {
        return subjects.count(new SubjectFilter(register.id(), Map.of("tab", tab.id())), register, viewer) > 0;
    }
}
