package org.liudan.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Reason;
import org.liudan.imports.Import.ImportState;
import org.liudan.imports.ImportPage.ImportProgress;
import org.liudan.imports.ImportPage.RowCount;
import org.liudan.imports.ImportPage.RowFault;
import org.liudan.imports.ImportPage.UploadedFile;
import org.liudan.web.PageContext;
import org.springframework.stereotype.Component;

/** Builds the pages of imports in the reader's language. */
@Component
class ImportPageMaker {

    static final int MAX_FAULT_ROWS = 200;

    private final ImportResults results;

    ImportPageMaker(ImportResults results) {
        this.results = results;
    }

    ImportPage page(PageContext context, Method register, Import fileImport, boolean own) {
        var counts = fileImport.counts();
        var undoing = fileImport.state() == ImportState.UNDOING || fileImport.state() == ImportState.UNDONE;
        var confirmed = fileImport.times().confirmedAt().isPresent();
        return new ImportPage(
                fileImport.id(),
                register.id(),
                context.w(register.name()),
                new UploadedFile(
                        fileImport.file().name(),
                        description(context, fileImport),
                        fileImport.file().hash()),
                progress(context, fileImport),
                fileImport.state() == ImportState.UNREADABLE
                        ? List.of()
                        : counts(context, fileImport, confirmed, undoing),
                columns(context, register, fileImport),
                fileImport.columns().all().stream()
                        .filter(column ->
                                column.field().isEmpty() && !column.heading().isEmpty())
                        .map(SheetColumns.SheetColumn::heading)
                        .toList(),
                own ? actions(fileImport) : List.of(),
                counts.faulty(),
                faults(context, register, fileImport, confirmed ? ImportState.RUNNING : ImportState.CHECKING),
                faults(context, register, fileImport, ImportState.UNDOING));
    }

    private static ImportProgress progress(PageContext context, Import fileImport) {
        var counts = fileImport.counts();
        var undoing = fileImport.state() == ImportState.UNDOING;
        return new ImportProgress(
                context.t("import.state." + fileImport.state().id()),
                fileImport.state().isInProgress() ? fileImport.state().id() : "",
                undoing ? counts.processedTo() : counts.processed(),
                undoing ? counts.lastRow() : counts.total(),
                fileImport.failure().map(context::reason));
    }

    ImportsPage.Line line(PageContext context, Import fileImport) {
        return new ImportsPage.Line(
                fileImport.id(),
                fileImport.file().name(),
                context.unit(fileImport.by().unit()) + " "
                        + context.post(fileImport.by().post()),
                context.moment(fileImport.times().createdAt()),
                context.t("import.state." + fileImport.state().id()),
                switch (fileImport.state()) {
                    case UNREADABLE -> "red";
                    case CHECKING, CHECKED, RUNNING, STOPPED, UNDOING -> "amber";
                    case DONE -> fileImport.counts().faulty() == 0 ? "green" : "amber";
                    case UNDONE -> "grey";
                },
                fileImport.state() == ImportState.UNREADABLE
                        ? ""
                        : context.t(
                                "import.counts",
                                fileImport.counts().entered(),
                                fileImport.counts().changed(),
                                fileImport.counts().unchanged(),
                                fileImport.counts().faulty()));
    }

    private static String description(PageContext context, Import fileImport) {
        return context.t(
                "import.about",
                context.unit(fileImport.by().unit()) + " "
                        + context.post(fileImport.by().post()),
                context.moment(fileImport.times().createdAt()),
                Math.max(1, fileImport.file().bytes() / 1024));
    }

    private static List<RowCount> counts(PageContext context, Import fileImport, boolean confirmed, boolean undoing) {
        var counts = fileImport.counts();
        var prefix = confirmed ? "import.done." : "import.would.";
        var rowCounts = new ArrayList<RowCount>();
        rowCounts.add(new RowCount(context.t(prefix + "entered"), counts.entered(), "green"));
        rowCounts.add(new RowCount(context.t(prefix + "changed"), counts.changed(), "amber"));
        rowCounts.add(new RowCount(context.t("import.same"), counts.unchanged(), "grey"));
        rowCounts.add(new RowCount(context.t("import.faulty"), counts.faulty(), counts.faulty() > 0 ? "red" : "grey"));
        if (undoing) {
            rowCounts.add(new RowCount(context.t("import.undone"), counts.undone(), "grey"));
        }
        return rowCounts;
    }

    private static List<ImportPage.MatchedColumn> columns(PageContext context, Method register, Import fileImport) {
        return fileImport.columns().all().stream()
                .flatMap(column -> column
                        .field()
                        .flatMap(field -> Optional.ofNullable(register.fields().get(field)))
                        .map(field -> new ImportPage.MatchedColumn(column.heading(), context.w(field.name())))
                        .stream())
                .toList();
    }

    private static List<String> actions(Import fileImport) {
        return switch (fileImport.state()) {
            case CHECKED ->
                fileImport.counts().entered() + fileImport.counts().changed() > 0 ? List.of("confirm") : List.of();
            case RUNNING -> List.of("stop");
            case STOPPED -> List.of("go-on", "undo");
            case DONE ->
                fileImport.counts().entered() + fileImport.counts().changed() > 0 ? List.of("undo") : List.of();
            case CHECKING, UNREADABLE, UNDOING, UNDONE -> List.of();
        };
    }

    private List<RowFault> faults(PageContext context, Method register, Import fileImport, ImportState pass) {
        var faults = new ArrayList<RowFault>();
        for (var row : results.rows(fileImport.id(), pass, MAX_FAULT_ROWS)) {
            row.reasons().forEach(reason -> faults.add(fault(context, register, fileImport, row, reason)));
        }
        return faults;
    }

    private static RowFault fault(
            PageContext context, Method register, Import fileImport, ImportResults.RejectedRow row, Reason reason) {
        var field = reason.field()
                .flatMap(id -> Optional.ofNullable(register.fields().get(id)));
        var columns = fileImport.columns().all();
        for (int i = 0; i < columns.size(); i++) {
            if (reason.field().isPresent() && columns.get(i).field().equals(reason.field())) {
                return new RowFault(
                        row.number(),
                        columns.get(i).heading(),
                        i < row.cells().size() ? row.cells().get(i) : "",
                        context.reason(reason));
            }
        }
        return new RowFault(
                row.number(), field.map(named -> context.w(named.name())).orElse(""), "", context.reason(reason));
    }
}
