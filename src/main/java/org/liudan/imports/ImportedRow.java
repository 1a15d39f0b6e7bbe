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
 * What rows for a register may hold.
 *
 * @param start the action by which they are entered
 */
record ImportedRow(Method register, Action start) {

    private static final Pattern BESIDES = Pattern.compile("[\\s\\u3000*＊：:]");

    /** The columns of a register for somebody; empty where a sheet can't enter anything. */
    static Optional<ImportedRow> by(Actor.Officer actor, Method register, DecisionContext setting) {
        var deciding = new Decider(register, Order.unraised(0, register.id(), register.version()), setting);
        return register.starts().stream()
                .filter(start -> deciding.hindrances(start, actor).isEmpty())
                .map(start -> new ImportedRow(register, start))
                .filter(ImportedRow::needsNoFile)
                .findFirst();
    }

    private boolean needsNoFile() {
        return start.form().entrySet().stream()
                .noneMatch(field -> field.getValue() == Requirement.REQUIRED
                        && register.field(field.getKey()).type().files());
    }

    /** The fields of the form by which a subject is entered, then what only a change asks for. */
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

    /** Which column of a sheet is which field. */
    SheetColumns columns(SheetRows.Row head) {
        var known = new LinkedHashMap<String, Field>();
        fields().forEach(field -> {
            known.putIfAbsent(plain(field.name().zh()), field);
            known.putIfAbsent(plain(field.name().en()), field);
            known.putIfAbsent(plain(field.id()), field);
        });
        var columns = new ArrayList<SheetColumns.Column>();
        for (var cell : head.cells()) {
            columns.add(new SheetColumns.Column(
                    cell.text().strip(),
                    Optional.ofNullable(known.get(plain(cell.text()))).map(Field::id)));
        }
        return new SheetColumns(columns, missing(columns));
    }

    private List<String> missing(List<SheetColumns.Column> columns) {
        var there = columns.stream().flatMap(column -> column.field().stream()).toList();
        return fields().stream()
                .filter(field -> required(field) || field.equals(key()))
                .map(Field::id)
                .filter(id -> !there.contains(id))
                .toList();
    }

    /** A heading without what varies: spaces, case, the star of what is required. */
    static String plain(String heading) {
        return BESIDES.matcher(heading).replaceAll("").toLowerCase(java.util.Locale.ROOT);
    }
}
