package org.liudan.rulebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.Role;

/**
 * The sections of a method file before they are read, so that a reader can check names that other sections declare.
 *
 * @param parts the sections by their keys
 * @param posts the ids of the kinds of post
 */
record MethodSections(Map<String, YamlPart> parts, Set<String> posts) {

    boolean has(String section) {
        return parts.containsKey(section);
    }

    Optional<YamlPart> section(String section) {
        return Optional.ofNullable(parts.get(section));
    }

    /** The entries of a section by their ids. Returns none if the section is missing or not a mapping. */
    Map<String, YamlPart> entriesOf(String section) {
        var part = parts.get(section);
        return part == null || !part.isMap() ? Map.of() : part.entries();
    }

    /** The ids that a section declares. */
    Set<String> ids(String section) {
        return entriesOf(section).keySet();
    }

    /** Reads every entry of a section, with a fault for an id of other than small letters, digits and hyphens. */
    <T> Map<String, T> readAll(String section, BiFunction<String, YamlPart, T> reader) {
        var all = new LinkedHashMap<String, T>();
        entriesOf(section).forEach((id, part) -> {
            if (!id.matches("[a-z][a-z0-9-]*")) {
                part.fault("bad-name", id);
            }
            all.put(id, reader.apply(id, part));
        });
        return all;
    }

    /** Reads a list of ids that a section declares, with a fault of this key for every other one. */
    List<String> idsIn(@Nullable YamlPart part, String section, String faultKey) {
        return part == null
                ? List.of()
                : part.elements().stream()
                        .map(element -> element.oneOf(ids(section), faultKey))
                        .toList();
    }

    /** The parts of child orders, which the actions that open them name. */
    Set<String> childParts() {
        var children = new TreeSet<String>();
        entriesOf("actions")
                .values()
                .forEach(action -> action.elementsOf("opens")
                        .forEach(opens -> opens.elementsOf("as").forEach(as -> children.add(as.text()))));
        return children;
    }

    /** Reads {@code party.post}. */
    Role.PostOf post(YamlPart part) {
        var text = part.text();
        int dot = text.indexOf('.');
        if (dot < 0) {
            part.fault("bad-post", text);
            return new Role.PostOf("", "");
        }
        var party = text.substring(0, dot);
        var post = text.substring(dot + 1);
        if (!ids("parties").contains(party)) {
            part.fault("unknown-party", party, String.join(", ", ids("parties")));
        }
        if (!posts.contains(post)) {
            part.fault("unknown-post", post, String.join(", ", posts));
        }
        return new Role.PostOf(party, post);
    }

    /** Reports a fault at the entry of this id. */
    static void fault(Map<String, YamlPart> entries, String id, String faultKey, Object... args) {
        Objects.requireNonNull(entries.get(id), id).fault(faultKey, args);
    }
}
