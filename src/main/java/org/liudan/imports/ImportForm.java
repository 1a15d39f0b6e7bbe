package org.liudan.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liudan.engine.decision.Decider;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.DecisionContext;
import org.liudan.engine.method.Field;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Requirement;
import org.liudan.engine.order.Actor;
import org.liudan.engine.order.Order;

/**
 * The form that each imported row fills in.
 *
 * @param start the action that enters a row as a new subject
 */
record ImportForm(Method register, Action start) {

    private static final Pattern HEADING_DECORATION = Pattern.compile("[\\s\\u3000*＊：:]");

    /** Returns the first start action that the actor may perform and that requires no file; empty if there is none. */
    static Optional<ImportForm> findFor(Actor.Officer actor, Method register, DecisionContext context) {
        var decider = new Decider(register, Order.unraised(0, register.id(), register.version()), context);
        return register.starts().stream()
                .filter(start -> decider.hindrances(start, actor).isEmpty())
                .map(start -> new ImportForm(register, start))
                .filter(ImportForm::needsNoFile)
                .findFirst();
    }

    private boolean needsNoFile() {
        return start.form().entrySet().stream()
                .noneMatch(field -> field.getValue() == Requirement.REQUIRED
                        && register.field(field.getKey()).type().files());
    }

    /** The fields of the entry form, then those that only the change form has; fields for files are left out. */
    List<Field> fields() {
        var fields = new LinkedHashMap<String, Field>();
        start.form().keySet().forEach(id -> fields.put(id, register.field(id)));
        change().ifPresent(change -> change.form().keySet().forEach(id -> fields.putIfAbsent(id, register.field(id))));
        return fields.values().stream().filter(field -> !field.type().files()).toList();
    }

    Optional<Action> change() {
        return register.register().orElseThrow().change().map(register.actions()::get);
    }

    boolean required(Field field) {
        return start.form().get(field.id()) == Requirement.REQUIRED;
    }

    Field key() {
        return register.field(register.register().orElseThrow().key());
    }

    /** Matches the columns of a sheet with fields by name in either language or by field id. */
    SheetColumns columns(SheetRows.SheetRow header) {
        var fieldsByName = new LinkedHashMap<String, Field>();
        fields().forEach(field -> {
            fieldsByName.putIfAbsent(normalize(field.name().zh()), field);
            fieldsByName.putIfAbsent(normalize(field.name().en()), field);
            fieldsByName.putIfAbsent(normalize(field.id()), field);
        });
        var columns = new ArrayList<SheetColumns.SheetColumn>();
        for (var cell : header.cells()) {
            columns.add(new SheetColumns.SheetColumn(
                    cell.text().strip(),
                    Optional.ofNullable(fieldsByName.get(normalize(cell.text())))
                            .map(Field::id)));
        }
        return new SheetColumns(columns, missing(columns));
    }

    private List<String> missing(List<SheetColumns.SheetColumn> columns) {
        var present =
                columns.stream().flatMap(column -> column.field().stream()).toList();
        return fields().stream()
                .filter(field -> required(field) || field.equals(key()))
                .map(Field::id)
                .filter(id -> !present.contains(id))
                .toList();
    }

    /** Returns the text in lower case, without spaces, colons and the star that marks required fields. */
    static String normalize(String heading) {
        return HEADING_DECORATION.matcher(heading).replaceAll("").toLowerCase(java.util.Locale.ROOT);
    }
}
