package org.liudan.rulebook;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.CrossOrderRule;
import org.liudan.engine.method.CrossOrderRule.Each;
import org.liudan.engine.method.CrossOrderRule.Opening;
import org.liudan.engine.method.CrossOrderRule.Sending;
import org.liudan.engine.method.Field;
import org.liudan.engine.method.FieldType;
import org.liudan.engine.method.Guard;
import org.liudan.engine.method.Party;

/**
 * Reads what an action does to other orders. What it says about other methods is checked by {@link CrossMethodCheck} once all of
 * them are read.
 *
 * @param children the parts that children of this method have
 */
record CrossOrderReader(MethodReader method, Map<String, Field> fields, GuardCompiler guards, Set<String> children) {

    CrossOrderRule read(@Nullable YamlPart opens, @Nullable YamlPart sends, @Nullable YamlPart merge) {
        return new CrossOrderRule(
                opens == null
                        ? List.of()
                        : opens.elements().stream().map(this::opening).toList(),
                sends == null
                        ? List.of()
                        : sends.elements().stream().map(this::sending).toList(),
                Optional.ofNullable(merge).map(this::order));
    }

    private Opening opening(YamlPart part) {
        var entries = part.entries(Section.OPENING);
        if (!entries.keySet().containsAll(Set.of("method", "start", "as"))
                || entries.containsKey("to") == entries.containsKey("each")) {
            part.fault("missing", "method, start, as, to / each");
            return new Opening(Guard.ALWAYS, "", "", "", Optional.empty(), "", Optional.empty(), Map.of());
        }
        var as = MethodReader.entry(entries, "as");
        if (!as.text().matches("[a-z][a-z0-9-]*")
                || Set.of("parent", "children", "joined").contains(as.text())) {
            as.fault("bad-name", as.text());
        }
        var opening = new Opening(
                guard(entries.get("when")),
                MethodReader.entry(entries, "method").text(),
                MethodReader.entry(entries, "start").text(),
                as.text(),
                Optional.ofNullable(entries.get("name"))
                        .map(name -> MethodReader.words(name.entries(Section.WORDS), name)),
                Optional.ofNullable(entries.get("to")).map(this::unit).orElse(""),
                Optional.ofNullable(entries.get("each")).map(this::each),
                given(entries.get("give")));
        method.opens(part, opening);
        return opening;
    }

    private Each each(YamlPart part) {
        var entries = part.entries(Section.EACH);
        if (!entries.containsKey("in") || entries.containsKey("register") == entries.containsKey("office")) {
            part.fault("missing", "register / office, in");
            return new Each("", "", "", Map.of());
        }
        var in = MethodReader.entry(entries, "in");
        var field = fields.get(in.text());
        if (field == null || !SurveyReader.AREAS.contains(field.type())) {
            in.fault("each-in", in.text());
        }
        return new Each(
                Optional.ofNullable(entries.get("register")).map(YamlPart::text).orElse(""),
                Optional.ofNullable(entries.get("office"))
                        .map(level -> MethodReader.oneOf(level, Party.Source.OfRegion.LEVELS, "unknown-level"))
                        .orElse(""),
                in.text(),
                named(entries.get("take"), YamlPart::text));
    }

    private Sending sending(YamlPart part) {
        var entries = part.entries(Section.SENDING);
        if (!entries.keySet().containsAll(Set.of("to", "action"))) {
            part.fault("missing", "to, action");
            return new Sending(Guard.ALWAYS, "", "", Map.of());
        }
        var known = new LinkedHashSet<>(List.of("parent", "children", "joined"));
        known.addAll(children);
        var sending = new Sending(
                guard(entries.get("when")),
                MethodReader.oneOf(MethodReader.entry(entries, "to"), known, "unknown-child"),
                MethodReader.entry(entries, "action").text(),
                given(entries.get("give")));
        method.sends(part, sending);
        return sending;
    }

    private String order(YamlPart part) {
        var field = fields.get(part.text());
        if (field == null || field.type() != FieldType.ORDER) {
            part.fault("merge-field", part.text());
        }
        return part.text();
    }

    /** A field that names a unit or units, or a party. */
    private String unit(YamlPart part) {
        var text = part.text();
        var field = fields.get(text);
        if (field != null && (field.type() == FieldType.UNIT || field.type() == FieldType.UNITS)) {
            return text;
        }
        return MethodReader.oneOf(part, method.partyNames(), "opens-for");
    }

    private Map<String, String> given(@Nullable YamlPart part) {
        return named(part, one -> MethodReader.oneOf(one, fields.keySet(), "unknown-field"));
    }

    /** Reads a list of names, or a mapping of theirs to ours. */
    private static Map<String, String> named(@Nullable YamlPart part, Function<YamlPart, String> ours) {
        var named = new LinkedHashMap<String, String>();
        if (part != null && part.isMap()) {
            part.entries().forEach((theirs, one) -> named.put(theirs, ours.apply(one)));
        } else if (part != null) {
            part.elements().forEach(one -> named.put(ours.apply(one), ours.apply(one)));
        }
        return named;
    }

    private Guard guard(@Nullable YamlPart part) {
        return part == null ? Guard.ALWAYS : guards.compile(part);
    }
}
