package org.liudan.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Reason;
import org.liudan.imports.Import.State;
import org.liudan.imports.ImportPage.Count;
import org.liudan.imports.ImportPage.Fault;
import org.liudan.web.PageContext;
import org.springframework.stereotype.Component;

/** Puts an import into the reader's words. */
@Component
class ImportPageMaker {

    static final int SHOWN = 200;

    private final ImportResults results;

    ImportPageMaker(ImportResults results) {
        this.results = results;
    }

    ImportPage page(PageContext screen, Method register, Import one, boolean own) {
        var counts = one.counts();
        var undoing = one.state() == State.UNDOING || one.state() == State.UNDONE;
        var confirmed = one.confirmedAt().isPresent();
        return new ImportPage(
                one.id(),
                register.id(),
                screen.w(register.name()),
                one.fileName(),
                about(screen, one),
                one.hash(),
                screen.t("import.state." + one.state().id()),
                one.state().atWork() ? one.state().id() : "",
                one.state() == State.UNDOING ? counts.at() : counts.seen(),
                one.state() == State.UNDOING ? counts.lastRow() : counts.total(),
                one.failure().map(screen::reason),
                one.state() == State.UNREADABLE ? List.of() : counts(screen, one, confirmed, undoing),
                columns(screen, register, one),
                one.columns().all().stream()
                        .filter(column ->
                                column.field().isEmpty() && !column.heading().isEmpty())
                        .map(SheetColumns.Column::heading)
                        .toList(),
                own ? may(one) : List.of(),
                counts.faulty(),
                faults(screen, register, one, confirmed ? State.RUNNING : State.CHECKING),
                faults(screen, register, one, State.UNDOING));
    }

    ImportsPage.Line line(PageContext screen, Import one) {
        return new ImportsPage.Line(
                one.id(),
                one.fileName(),
                screen.unit(one.by().unit()) + " " + screen.post(one.by().post()),
                screen.moment(one.createdAt()),
                screen.t("import.state." + one.state().id()),
                switch (one.state()) {
                    case UNREADABLE -> "red";
                    case CHECKING, CHECKED, RUNNING, STOPPED, UNDOING -> "amber";
                    case DONE -> one.counts().faulty() == 0 ? "green" : "amber";
                    case UNDONE -> "grey";
                },
                one.state() == State.UNREADABLE
                        ? ""
                        : screen.t(
                                "import.counts",
                                one.counts().entered(),
                                one.counts().changed(),
                                one.counts().same(),
                                one.counts().faulty()));
    }

    private static String about(PageContext screen, Import one) {
        return screen.t(
                "import.about",
                screen.unit(one.by().unit()) + " " + screen.post(one.by().post()),
                screen.moment(one.createdAt()),
                Math.max(1, one.bytes() / 1024));
    }

    private static List<Count> counts(PageContext screen, Import one, boolean confirmed, boolean undoing) {
        var counts = one.counts();
        var when = confirmed ? "import.done." : "import.would.";
        var all = new ArrayList<Count>();
        all.add(new Count(screen.t(when + "entered"), counts.entered(), "green"));
        all.add(new Count(screen.t(when + "changed"), counts.changed(), "amber"));
        all.add(new Count(screen.t("import.same"), counts.same(), "grey"));
        all.add(new Count(screen.t("import.faulty"), counts.faulty(), counts.faulty() > 0 ? "red" : "grey"));
        if (undoing) {
            all.add(new Count(screen.t("import.undone"), counts.undone(), "grey"));
        }
        return all;
    }

    private static List<ImportPage.Column> columns(PageContext screen, Method register, Import one) {
        return one.columns().all().stream()
                .flatMap(column -> column
                        .field()
                        .flatMap(field -> Optional.ofNullable(register.fields().get(field)))
                        .map(field -> new ImportPage.Column(column.heading(), screen.w(field.name())))
                        .stream())
                .toList();
    }

    private static List<String> may(Import one) {
        return switch (one.state()) {
            case CHECKED -> one.counts().entered() + one.counts().changed() > 0 ? List.of("confirm") : List.of();
            case RUNNING -> List.of("stop");
            case STOPPED -> List.of("go-on", "undo");
            case DONE -> one.counts().entered() + one.counts().changed() > 0 ? List.of("undo") : List.of();
            case CHECKING, UNREADABLE, UNDOING, UNDONE -> List.of();
        };
    }

    private List<Fault> faults(PageContext screen, Method register, Import one, State pass) {
        var faults = new ArrayList<Fault>();
        for (var row : results.rows(one.id(), pass, SHOWN)) {
            row.reasons().forEach(reason -> faults.add(fault(screen, register, one, row, reason)));
        }
        return faults;
    }

    private static Fault fault(PageContext screen, Method register, Import one, ImportResults.Kept row, Reason reason) {
        var field = reason.field()
                .flatMap(id -> Optional.ofNullable(register.fields().get(id)));
        var columns = one.columns().all();
        for (int i = 0; i < columns.size(); i++) {
            if (reason.field().isPresent() && columns.get(i).field().equals(reason.field())) {
                return new Fault(
                        row.number(),
                        columns.get(i).heading(),
                        i < row.cells().size() ? row.cells().get(i) : "",
                        screen.reason(reason));
            }
        }
        return new Fault(
                row.number(), field.map(named -> screen.w(named.name())).orElse(""), "", screen.reason(reason));
    }
}
