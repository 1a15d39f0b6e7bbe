package org.liudan.rulebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liudan.engine.method.FigureLine;

/** Reads the table in which the figures of a method are reported. */
record FigureTableReader(Set<String> steps, Set<String> actions) {

    List<FigureLine> read(YamlPart part) {
        return part.elements().stream().map(this::line).toList();
    }

    private FigureLine line(YamlPart part) {
        var entries = part.entries(Section.LINE);
        return new FigureLine(
                part.localizedText(entries),
                Optional.ofNullable(entries.get("where")).map(this::filter).orElse(Map.of()),
                Optional.ofNullable(entries.get("of")).map(this::filter));
    }

    private Map<String, String> filter(YamlPart part) {
        var filter = new LinkedHashMap<String, String>();
        part.entries(Section.FILTER).forEach((name, value) -> {
            for (var id : value.text().split(",", -1)) {
                if (name.equals("step") && !steps.contains(id)) {
                    value.fault("unknown-step", id, String.join(", ", steps));
                }
                if (name.equals("did") && !actions.contains(id)) {
                    value.fault("unknown-action", id, String.join(", ", actions));
                }
            }
            filter.put(name, value.text());
        });
        return filter;
    }
}
