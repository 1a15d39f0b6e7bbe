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

/** Decides who may import into which register, and who may look at imports. */
@Component("importDesk")
class ImportDesk {

    /** Kinds of unit that may look at the imports of all other units. */
    private static final Set<String> REVIEWING_KINDS = Set.of("supervision", "discipline");

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

    /** Returns a register that the viewer may import into or whose imports the viewer may look at; otherwise empty. */
    Optional<Method> register(String id, Viewer viewer) {
        return rulebook.registers(directories.district()).stream()
                .filter(register -> register.id().equals(id))
                .filter(register ->
                        formFor(register, viewer).isPresent() || !register.confidential() && isReviewer(viewer))
                .findFirst();
    }

    /** Returns the form by which the viewer may import into a register; empty if the viewer may not. */
    Optional<ImportForm> formFor(Method register, Viewer viewer) {
        return ImportForm.findFor(
                viewer.actor(), register, desk.setting(Order.unraised(0, register.id(), register.version())));
    }

    /** Returns an import of the viewer's own post; a reviewer also gets the imports of other posts. */
    Optional<Import> find(String register, long id, Viewer viewer) {
        return register(register, viewer)
                .flatMap(method -> store.find(id)
                        .filter(found -> found.target().register().equals(register))
                        .filter(found -> isOwn(found, viewer) || !method.confidential() && isReviewer(viewer)));
    }

    boolean isOwn(Import found, Viewer viewer) {
        return found.by().seat().equals(viewer.seat());
    }

    boolean isReviewer(Viewer viewer) {
        return directories
                .current()
                .unit(viewer.seat().unit())
                .filter(unit -> REVIEWING_KINDS.contains(unit.kind()))
                .isPresent();
    }
}
