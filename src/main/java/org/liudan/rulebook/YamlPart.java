package org.liudan.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.liudan.engine.method.LocalizedText;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A part of a YAML file. It knows its line, so that every fault can name it. */
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

    YamlPart(String file, Node node, Consumer<RulebookFault> faults) {
        this(file, node, node.getStartMark().getLine() + 1, faults);
    }

    /** The same part, which reports its faults to another receiver. */
    YamlPart reportingTo(Consumer<RulebookFault> receiver) {
        return new YamlPart(file, node, line, receiver);
    }

    /** Reports a fault at this line. */
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

    /** The entries in the order of the file. Returns none, with a fault, if this is not a mapping. */
    Map<String, YamlPart> entries() {
        return entries(key -> {});
    }

    /** Like {@link #entries()}, with a fault for every key that the section doesn't have. */
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

    /** A list or mapping is written below its key. Its faults name the line of the key. */
    private YamlPart value(Node value) {
        return value instanceof ScalarNode
                ? new YamlPart(file, value, faults)
                : new YamlPart(file, value, line, faults);
    }

    /** The elements of one entry, read ahead of the others. Returns none, without a fault, if there is no such entry. */
    List<YamlPart> elementsOf(String key) {
        return node instanceof MappingNode map
                ? map.getValue().stream()
                        .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode name
                                && name.getValue().equals(key))
                        .flatMap(tuple -> new YamlPart(file, tuple.getValueNode(), faults).elements().stream())
                        .toList()
                : List.of();
    }

    /** The elements of a list. A single value counts as a list with one element. */
    List<YamlPart> elements() {
        if (!(node instanceof SequenceNode list)) {
            return List.of(this);
        }
        var elements = new ArrayList<YamlPart>();
        list.getValue().forEach(element -> elements.add(new YamlPart(file, element, faults)));
        return elements;
    }

    /** The text of a scalar. Returns an empty text, with a fault, if this is not a scalar. */
    String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        fault("expected-text");
        return "";
    }

    /** The text of a scalar, with a fault of this key if it is not one of the known names. */
    String oneOf(Set<String> known, String faultKey) {
        var text = text();
        if (!known.contains(text)) {
            fault(faultKey, text, String.join(", ", known));
        }
        return text;
    }

    /** Reads {@code {zh: …, en: …}}. */
    LocalizedText localizedText() {
        return localizedText(entries(Section.WORDS));
    }

    /** Reads {@code zh} and {@code en} from entries of this part, which may have others too. */
    LocalizedText localizedText(Map<String, YamlPart> entries) {
        if (!entries.containsKey("zh") || !entries.containsKey("en")) {
            fault("missing", entries.containsKey("zh") ? "en" : "zh");
            return new LocalizedText("", "");
        }
        return new LocalizedText(
                entry(entries, "zh").text(), entry(entries, "en").text());
    }

    /** An entry whose key has been checked to be there. */
    static YamlPart entry(Map<String, YamlPart> entries, String key) {
        return Objects.requireNonNull(entries.get(key), key);
    }

    /** True for {@code true}. Returns false, with a fault, if this is neither {@code true} nor {@code false}. */
    boolean isTrue() {
        var text = text();
        if (!text.equals("true") && !text.equals("false")) {
            fault("expected-yes-no", text);
        }
        return text.equals("true");
    }

    /** A whole number from 0 to 999,999,999. Returns 0, with a fault, if this is not one. */
    long number() {
        var text = text();
        if (text.matches("\\d{1,9}")) {
            return Long.parseLong(text);
        }
        fault("expected-number", text);
        return 0;
    }
}
