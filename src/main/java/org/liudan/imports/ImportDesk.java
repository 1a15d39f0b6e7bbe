package org.liudan.imports;

import java.util.Optional;
import java.util.Set;
import org.liudan.engine.method.Method;
import org.liudan.engine.order.Order;
import org.liudan.identity.Viewer;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.organisation.Directories;
import org.liudan.rulebook.Rulebook;
import org.springframework.stereotype.Component;

/** Who may import into which register, and who may look at what was imported. */
@Component("importDesk")
class ImportDesk {

    /** Offices that look at what others have done. */
    private static final Set<String> LOOKING = Set.of("supervision", "discipline");

    private final Rulebook rulebook;
    private final Directories directories;
    private final OrderDesk desk;
    private final ImportStore store;

    ImportDesk(Rulebook rulebook, Directories directories, OrderDesk desk, ImportStore store) {
        this.rulebook = rulebook;
        this.directories = directories;
        this.desk = desk;
        this.store = store;
    }

    /** A register that the viewer may import into or look at; empty for all others. */
    Optional<Method> register(String id, Viewer viewer) {
        return rulebook.registers(directories.district()).stream()
                .filter(register -> register.id().equals(id))
                .filter(register -> entered(register, viewer).isPresent() || !register.confidential() && looks(viewer))
                .findFirst();
    }

    /** What the viewer may enter on a register by a sheet. */
    Optional<ImportedRow> entered(Method register, Viewer viewer) {
        return ImportedRow.by(
                viewer.actor(), register, desk.setting(Order.unraised(0, register.id(), register.version())));
    }

    /** An import of the viewer's own post, or of any for those who look at what others have done. */
    Optional<Import> find(String register, long id, Viewer viewer) {
        return register(register, viewer)
                .flatMap(method -> store.find(id)
                        .filter(one -> one.register().equals(register))
                        .filter(one -> own(one, viewer) || !method.confidential() && looks(viewer)));
    }

    boolean own(Import one, Viewer viewer) {
        return one.by().seat().equals(viewer.seat());
    }

    boolean looks(Viewer viewer) {
        return directories
                .current()
                .unit(viewer.seat().unit())
                .filter(unit -> LOOKING.contains(unit.kind()))
                .isPresent();
    }
}
