package org.liudan.rulebook;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/** A piece of a YAML file that knows its line, so that every fault can name it. */
final class YamlPart {

    private final String file;
    private final Node node;
    private final int line;
    private final Consumer<RulebookFault> faults;

    private YamlPart(String file, Node node, int line, Consumer<RulebookFault> faults) {
        this.file = file;
        this.node = node;
        this.line = line;
        this.faults = faults;
    }

    private YamlPart(String file, Node node, Consumer<RulebookFault> faults) {
        this(file, node, node.getStartMark().getLine() + 1, faults);
    }

    /** Parses a file; empty, with a fault, if it is no YAML. */
    static Optional<YamlPart> parse(String file, String text, Consumer<RulebookFault> faults) {
        try {
            var options = new LoaderOptions();
            options.setMaxAliasesForCollections(20);
            options.setNestingDepthLimit(20);
            var node = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (node == null) {
                faults.accept(new RulebookFault(file, 1, "empty-file", List.of()));
                return Optional.empty();
            }
            return Optional.of(new YamlPart(file, node, faults));
        } catch (MarkedYAMLException broken) {
            var mark = broken.getProblemMark();
            faults.accept(new RulebookFault(
                    file, mark == null ? 1 : mark.getLine() + 1, "not-yaml", List.of(broken.getProblem())));
            return Optional.empty();
        } catch (ReaderException broken) {
            int line = 1
                    + (int) text.codePoints()
                            .limit(broken.getPosition())
                            .filter(one -> one == '\n')
                            .count();
            faults.accept(new RulebookFault(file, line, "not-yaml", List.of(String.valueOf(broken.getMessage()))));
            return Optional.empty();
        } catch (org.yaml.snakeyaml.error.YAMLException broken) {
            faults.accept(new RulebookFault(file, 1, "not-yaml", List.of(String.valueOf(broken.getMessage()))));
            return Optional.empty();
        }
    }

    /** The same piece, telling its faults to somebody else. */
    YamlPart reportingTo(Consumer<RulebookFault> other) {
        return new YamlPart(file, node, line, other);
    }

    void fault(String key, Object... args) {
        faults.accept(new RulebookFault(file, line, key, List.of(args)));
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    boolean isText() {
        return node instanceof ScalarNode;
    }

    /** The entries in the order of the file; none, with a fault, if this is no mapping. */
    Map<String, YamlPart> entries() {
        return entries(key -> {});
    }

    /** As {@link #entries}, with a fault for every key that the section doesn't have. */
    Map<String, YamlPart> entries(Section section) {
        return entries(key -> {
            if (!section.keys().contains(key.text())) {
                key.fault("unknown-key", key.text(), String.join(", ", section.keys()));
            }
        });
    }

    private Map<String, YamlPart> entries(Consumer<YamlPart> check) {
        var entries = new LinkedHashMap<String, YamlPart>();
        if (!(node instanceof MappingNode map)) {
            fault("expected-map");
            return entries;
        }
        map.getValue().forEach(tuple -> {
            var key = new YamlPart(file, tuple.getKeyNode(), faults);
            check.accept(key);
            if (entries.put(key.text(), key.value(tuple.getValueNode())) != null) {
                key.fault("twice", key.text());
            }
        });
        return entries;
    }

    /** What is written below its name is found by its name. */
    private YamlPart value(Node value) {
        return value instanceof ScalarNode
                ? new YamlPart(file, value, faults)
                : new YamlPart(file, value, line, faults);
    }

    /** The elements of one entry, for a look ahead that finds no fault: none if this is no mapping or lacks it. */
    List<YamlPart> elementsOf(String key) {
        return node instanceof MappingNode map
                ? map.getValue().stream()
                        .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode name
                                && name.getValue().equals(key))
                        .flatMap(tuple -> new YamlPart(file, tuple.getValueNode(), faults).elements().stream())
                        .toList()
                : List.of();
    }

    /** The elements of a list; a single value is a list of one. */
    List<YamlPart> elements() {
        if (!(node instanceof SequenceNode list)) {
            return List.of(this);
        }
        var elements = new ArrayList<YamlPart>();
        list.getValue().forEach(element -> elements.add(new YamlPart(file, element, faults)));
        return elements;
    }

    /** The text of a scalar; empty, with a fault, if this is none. */
    String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        fault("expected-text");
        return "";
    }

    boolean isTrue() {
        var text = text();
        if (!text.equals("true") && !text.equals("false")) {
            fault("expected-yes-no", text);
        }
        return text.equals("true");
    }

    long number() {
        var text = text();
        if (text.matches("\\d{1,9}")) {
            return Long.parseLong(text);
        }
        fault("expected-number", text);
        return 0;
    }
}
