package org.liudan.rulebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liudan.engine.method.FigureLine;

/** Reads the table that a method's figures are reported by. */
record FigureTableReader(Set<String> steps, Set<String> actions) {

    List<FigureLine> read(YamlPart part) {
        return part.elements().stream().map(this::line).toList();
    }

    private FigureLine line(YamlPart part) {
        var entries = part.entries(Section.LINE);
        return new FigureLine(
                MethodReader.words(entries, part),
                Optional.ofNullable(entries.get("where")).map(this::filter).orElse(Map.of()),
                Optional.ofNullable(entries.get("of")).map(this::filter));
    }

    private Map<String, String> filter(YamlPart part) {
        var filter = new LinkedHashMap<String, String>();
        part.entries(Section.FILTER).forEach((name, value) -> {
            for (var one : value.text().split(",", -1)) {
                if (name.equals("step") && !steps.contains(one)) {
                    value.fault("unknown-step", one, String.join(", ", steps));
                }
                if (name.equals("did") && !actions.contains(one)) {
                    value.fault("unknown-action", one, String.join(", ", actions));
                }
            }
            filter.put(name, value.text());
        });
        return filter;
    }
}
