package org.liudan.rulebook;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.JoinRule;
import org.liudan.engine.method.Step;

/** Reads the steps of a method, and which child orders they wait for. */
record StepReader(MethodSections sections, Set<String> rings) {

    Step read(String id, YamlPart part) {
        var entries = part.entries(Section.STEP);
        if (!entries.containsKey("ring")) {
            part.fault("missing", "ring");
        }
        var closed = Optional.ofNullable(entries.get("closed")).map(YamlPart::text);
        var holder = Optional.ofNullable(entries.get("holder")).map(sections::post);
        if (closed.isEmpty() && holder.isEmpty()) {
            part.fault("open-without-holder", id);
        }
        if (closed.isEmpty() && !entries.containsKey("starts")) {
            part.fault("open-without-clock", id);
        }
        if (closed.isPresent() && (holder.isPresent() || entries.containsKey("starts"))) {
            part.fault("closed-with-holder", id);
        }
        return new Step(
                id,
                part.localizedText(entries),
                entries.containsKey("ring") ? entries.get("ring").oneOf(rings, "unknown-ring") : "",
                holder,
                clocks(entries.get("starts")),
                clocks(entries.get("keeps")),
                clocks(entries.get("pauses")),
                closed,
                Optional.ofNullable(entries.get("waits")).map(this::joinRule));
    }

    private JoinRule joinRule(YamlPart part) {
        var entries = part.entries(Section.WAITING);
        if (!entries.keySet().containsAll(Set.of("of", "for", "then"))) {
            part.fault("missing", "of, for, then");
            return new JoinRule(Set.of(), 0, "");
        }
        var enough = YamlPart.entry(entries, "for");
        return new JoinRule(
                YamlPart.entry(entries, "of").elements().stream()
                        .map(child -> child.oneOf(sections.childParts(), "unknown-child"))
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                enough.text().equals("all") ? 0 : (int) enough.number(),
                YamlPart.entry(entries, "then").oneOf(sections.ids("actions"), "unknown-action"));
    }

    private List<String> clocks(@Nullable YamlPart part) {
        return sections.idsIn(part, "clocks", "unknown-clock");
    }
}
