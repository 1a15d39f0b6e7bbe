package org.liudan.rulebook;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
 * Reads what an action does to other orders. {@link CrossMethodCheck} checks the references to other methods after all methods
 * have been read.
 *
 * @param children the parts of the child orders of this method
 * @param references receives each reference to another method
 */
record CrossOrderReader(
        MethodSections sections,
        Map<String, Field> fields,
        GuardCompiler guards,
        Set<String> children,
        Consumer<CrossReference> references) {

    CrossOrderRule read(@Nullable YamlPart opens, @Nullable YamlPart sends, @Nullable YamlPart merge) {
        return new CrossOrderRule(
                opens == null
                        ? List.of()
                        : opens.elements().stream().map(this::opening).toList(),
                sends == null
                        ? List.of()
                        : sends.elements().stream().map(this::sending).toList(),
                Optional.ofNullable(merge).map(this::mergeField));
    }

    private Opening opening(YamlPart part) {
        var entries = part.entries(Section.OPENING);
        if (!entries.keySet().containsAll(Set.of("method", "start", "as"))
                || entries.containsKey("to") == entries.containsKey("each")) {
            part.fault("missing", "method, start, as, to / each");
            return new Opening(Guard.ALWAYS, "", "", "", Optional.empty(), "", Optional.empty(), Map.of());
        }
        var as = YamlPart.entry(entries, "as");
        if (!as.text().matches("[a-z][a-z0-9-]*")
                || Set.of("parent", "children", "joined").contains(as.text())) {
            as.fault("bad-name", as.text());
        }
        var opening = new Opening(
                guard(entries.get("when")),
                YamlPart.entry(entries, "method").text(),
                YamlPart.entry(entries, "start").text(),
                as.text(),
                Optional.ofNullable(entries.get("name")).map(YamlPart::localizedText),
                Optional.ofNullable(entries.get("to")).map(this::receiver).orElse(""),
                Optional.ofNullable(entries.get("each")).map(this::each),
                givenFields(entries.get("give")));
        references.accept(CrossReference.to(part, opening));
        return opening;
    }

    private Each each(YamlPart part) {
        var entries = part.entries(Section.EACH);
        if (!entries.containsKey("in") || entries.containsKey("register") == entries.containsKey("office")) {
            part.fault("missing", "register / office, in");
            return new Each("", "", "", Map.of());
        }
        var in = YamlPart.entry(entries, "in");
        var field = fields.get(in.text());
        if (field == null || !SurveyReader.AREAS.contains(field.type())) {
            in.fault("each-in", in.text());
        }
        return new Each(
                Optional.ofNullable(entries.get("register")).map(YamlPart::text).orElse(""),
                Optional.ofNullable(entries.get("office"))
                        .map(level -> level.oneOf(Party.Source.OfRegion.LEVELS, "unknown-level"))
                        .orElse(""),
                in.text(),
                mapping(entries.get("take"), YamlPart::text));
    }

    private Sending sending(YamlPart part) {
        var entries = part.entries(Section.SENDING);
        if (!entries.keySet().containsAll(Set.of("to", "action"))) {
            part.fault("missing", "to, action");
            return new Sending(Guard.ALWAYS, "", "", Map.of());
        }
        var receivers = new LinkedHashSet<>(List.of("parent", "children", "joined"));
        receivers.addAll(children);
        var sending = new Sending(
                guard(entries.get("when")),
                YamlPart.entry(entries, "to").oneOf(receivers, "unknown-child"),
                YamlPart.entry(entries, "action").text(),
                givenFields(entries.get("give")));
        references.accept(CrossReference.to(part, sending));
        return sending;
    }

    private String mergeField(YamlPart part) {
        var field = fields.get(part.text());
        if (field == null || field.type() != FieldType.ORDER) {
            part.fault("merge-field", part.text());
        }
        return part.text();
    }

    /** Reads the id of a field of one or more units, or of a party. */
    private String receiver(YamlPart part) {
        var text = part.text();
        var field = fields.get(text);
        if (field != null && (field.type() == FieldType.UNIT || field.type() == FieldType.UNITS)) {
            return text;
        }
        return part.oneOf(sections.ids("parties"), "opens-for");
    }

    private Map<String, String> givenFields(@Nullable YamlPart part) {
        return mapping(part, field -> field.oneOf(fields.keySet(), "unknown-field"));
    }

    /** Reads a mapping of names to names. A list of names maps each name to itself. */
    private static Map<String, String> mapping(@Nullable YamlPart part, Function<YamlPart, String> reader) {
        var mapping = new LinkedHashMap<String, String>();
        if (part != null && part.isMap()) {
            part.entries().forEach((target, source) -> mapping.put(target, reader.apply(source)));
        } else if (part != null) {
            part.elements().forEach(name -> mapping.put(reader.apply(name), reader.apply(name)));
        }
        return mapping;
    }

    private Guard guard(@Nullable YamlPart part) {
        return part == null ? Guard.ALWAYS : guards.compile(part);
    }
}
