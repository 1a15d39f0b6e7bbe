package org.liudan.rulebook;

import java.util.Map;
import java.util.Optional;
import org.liudan.engine.method.Party;

/** Reads the parties of a method: the parts that units play in an order. */
record PartyReader(MethodSections sections) {

    Party read(String id, YamlPart part) {
        var entries = part.entries(Section.PARTY);
        var source = source(id, part, entries);
        if (source instanceof Party.Source.AttachedTo && !entries.containsKey("else")) {
            part.fault("party-else", id);
        }
        return new Party(
                id,
                part.localizedText(entries),
                source,
                Optional.ofNullable(entries.get("else")).map(sections::post));
    }

    private Party.Source source(String id, YamlPart part, Map<String, YamlPart> entries) {
        if (entries.containsKey("region")) {
            return new Party.Source.OfRegion(
                    entries.get("region").oneOf(Party.Source.OfRegion.LEVELS, "unknown-level"));
        }
        if (entries.containsKey("chosen")) {
            return new Party.Source.Chosen(entries.get("chosen").oneOf(sections.ids("fields"), "unknown-field"));
        }
        if (entries.containsKey("attached")) {
            return new Party.Source.AttachedTo(entries.get("attached").oneOf(sections.ids("parties"), "unknown-party"));
        }
        if (entries.containsKey("only")) {
            return new Party.Source.Only(entries.get("only").oneOf(RulebookLists.kindsOfUnit(), "unknown-unit-kind"));
        }
        if (entries.containsKey("unit")) {
            return new Party.Source.Given(entries.get("unit").text());
        }
        part.fault("party-source", id);
        return new Party.Source.Only("");
    }
}
