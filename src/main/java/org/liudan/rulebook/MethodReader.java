package org.liudan.rulebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liudan.engine.method.CrossOrderRule.Opening;
import org.liudan.engine.method.CrossOrderRule.Sending;
import org.liudan.engine.method.Facts;
import org.liudan.engine.method.Field;
import org.liudan.engine.method.FigureLine;
import org.liudan.engine.method.JoinRule;
import org.liudan.engine.method.LocalizedText;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Party;
import org.liudan.engine.method.Ring;
import org.liudan.engine.method.Role;
import org.liudan.engine.method.Step;
import org.liudan.engine.method.Survey;
import org.liudan.engine.method.WrittenNotice;

/** Reads one method file and says everything that is wrong with it, each with its line. */
public final class MethodReader {

    private final List<RulebookFault> faults = new ArrayList<>();
    private final List<Mention> mentions = new ArrayList<>();
    private final Set<String> posts;
    private final boolean published;
    private Map<String, YamlPart> top = Map.of();
    private Map<String, Party> parties = Map.of();
    private Map<String, LocalizedText> counters = Map.of();
    private Map<String, Field> fields = Map.of();
    private Map<String, Ring> rings = Map.of();

    private MethodReader(Set<String> posts, boolean published) {
        this.posts = posts;
        this.published = published;
    }

    /** What came of reading: the method, or what is wrong. */
    public record Reading(Optional<Method> method, List<RulebookFault> faults, List<Mention> mentions) {}

    /** A place in a file that speaks of another method: exactly one of the two. */
    record Mention(YamlPart part, Optional<Opening> opens, Optional<Sending> sends, Optional<Survey> survey) {}

    /**
     * Reads a method.
     *
     * @param file its name, for faults
     * @param posts the kinds of post there are
     */
    public static Reading read(String file, String text, Set<String> posts) {
        return read(file, text, new MethodReader(posts, false));
    }

    /** Reads a method that was found to be without faults before; its expressions are compiled when they are first asked. */
    static Reading readPublished(String file, String text, Set<String> posts) {
        return read(file, text, new MethodReader(posts, true));
    }

    private static Reading read(String file, String text, MethodReader reader) {
        var method = YamlPart.parse(file, text, reader.faults::add).map(reader::method);
        if (!reader.faults.isEmpty()) {
            return new Reading(
                    Optional.empty(),
                    reader.faults.stream()
                            .sorted(Comparator.comparingInt(RulebookFault::line))
                            .toList(),
                    List.of());
        }
        return new Reading(method, List.of(), List.copyOf(reader.mentions));
    }

    private Method method(YamlPart file) {
        top = file.entries(Section.METHOD);
        for (var needed : List.of("method", "name", "rings", "parties", "fields", "clocks", "steps", "actions")) {
            if (!top.containsKey(needed)) {
                file.fault("missing", needed);
            }
        }
        rings = each("rings", (id, part) -> new Ring(id, words(part.entries(Section.WORDS), part)));
        parties = each("parties", this::party);
        counters = each("counters", (id, part) -> words(part.entries(Section.WORDS), part));
        fields = each("fields", new FieldReader(keys("fields"))::read);
        checkFields();
        var clockReader = new ClockReader(this, fields, keys("actions"));
        var clocks = each("clocks", clockReader::read);
        var steps = each("steps", this::step);
        var guards = new GuardCompiler(
                Facts.names(
                        fields,
                        counters.keySet(),
                        keys("actions"),
                        clocks.keySet(),
                        childParts(),
                        top.containsKey("survey")),
                published);
        var actions = new ActionReader(
                this,
                clockReader,
                rings.keySet(),
                counters.keySet(),
                fields,
                clocks.keySet(),
                steps,
                guards,
                childParts());
        var columns = new RegisterReader(fields, clocks.keySet(), keys("actions"), steps.keySet(), guards);
        var method = new Method(
                Optional.ofNullable(top.get("method")).map(YamlPart::text).orElse(""),
                0,
                Optional.ofNullable(top.get("name"))
                        .map(part -> words(part.entries(Section.WORDS), part))
                        .orElse(new LocalizedText("", "")),
                rings,
                parties,
                counters,
                fields,
                clocks,
                steps,
                each("actions", actions::read),
                measures(),
                table(steps.keySet()),
                readers(),
                notice(),
                Optional.ofNullable(top.get("register")).map(columns::read),
                Optional.ofNullable(top.get("roll")).map(columns::roll),
                Optional.ofNullable(top.get("survey")).map(new SurveyReader(this, fields)::read));
        new Soundness(method, parts("steps"), parts("actions"), parts("clocks")).check();
        return method;
    }

    private Map<String, List<String>> measures() {
        var measures = new LinkedHashMap<String, List<String>>();
        var part = top.get("measures");
        if (part != null) {
            part.entries(Section.MEASURES).forEach((measure, names) -> measures.put(measure, clockNames(names)));
        }
        return measures;
    }

    private List<FigureLine> table(Set<String> steps) {
        var part = top.get("table");
        return part == null ? List.of() : new FigureTableReader(steps, actions()).read(part);
    }

    private List<Role.PostOf> readers() {
        var part = top.get("readers");
        return part == null
                ? List.of()
                : part.elements().stream().map(this::seat).toList();
    }

    private Optional<WrittenNotice> notice() {
        return Optional.ofNullable(top.get("notice")).map(part -> {
            var entries = part.entries(Section.NOTICE);
            if (!entries.keySet().containsAll(Set.of("asks", "outcome"))) {
                part.fault("missing", "asks, outcome");
            }
            return new WrittenNotice(
                    words(entries, part), fieldNames(entries.get("asks")), fieldNames(entries.get("outcome")));
        });
    }

    private List<String> fieldNames(@Nullable YamlPart part) {
        return part == null
                ? List.of()
                : part.elements().stream()
                        .map(one -> oneOf(one, keys("fields"), "unknown-field"))
                        .toList();
    }

    /** The parts that children have, which the actions that open them name. */
    private Set<String> childParts() {
        var parts = new TreeSet<String>();
        parts("actions")
                .values()
                .forEach(action ->
                        action.elementsOf("opens").forEach(opens -> opens.elementsOf("as").forEach(as -> parts.add(as.text()))));
        return parts;
    }

    private void checkFields() {
        fields.forEach((id, field) -> {
            var target = fields.get(field.sets());
            if (target != null && target.type() != field.type()) {
                fault(parts("fields"), id, "sets-other-type", id, field.sets());
            }
        });
    }

    private <T> Map<String, T> each(String section, BiFunction<String, YamlPart, T> read) {
        var all = new LinkedHashMap<String, T>();
        parts(section).forEach((id, part) -> {
            if (!id.matches("[a-z][a-z0-9-]*")) {
                part.fault("bad-name", id);
            }
            all.put(id, read.apply(id, part));
        });
        return all;
    }

    private Map<String, YamlPart> parts(String section) {
        var part = top.get(section);
        return part == null || !part.isMap() ? Map.of() : part.entries();
    }

    private Set<String> keys(String section) {
        return parts(section).keySet();
    }

    private Party party(String id, YamlPart part) {
        var entries = part.entries(Section.PARTY);
        Party.Source source;
        if (entries.containsKey("region")) {
            source = new Party.Source.OfRegion(
                    oneOf(entries.get("region"), Party.Source.OfRegion.LEVELS, "unknown-level"));
        } else if (entries.containsKey("chosen")) {
            source = new Party.Source.Chosen(oneOf(entries.get("chosen"), keys("fields"), "unknown-field"));
        } else if (entries.containsKey("attached")) {
            source = new Party.Source.AttachedTo(oneOf(entries.get("attached"), keys("parties"), "unknown-party"));
        } else if (entries.containsKey("only")) {
            source = new Party.Source.Only(kindOfUnit(entries.get("only")));
        } else if (entries.containsKey("unit")) {
            source = new Party.Source.Given(entries.get("unit").text());
        } else {
            part.fault("party-source", id);
            source = new Party.Source.Only("");
        }
        if (source instanceof Party.Source.AttachedTo && !entries.containsKey("else")) {
            part.fault("party-else", id);
        }
        return new Party(
                id,
                words(entries, part),
                source,
                Optional.ofNullable(entries.get("else")).map(this::seat));
    }

    private Step step(String id, YamlPart part) {
        var entries = part.entries(Section.STEP);
        if (!entries.containsKey("ring")) {
            part.fault("missing", "ring");
        }
        var closed = Optional.ofNullable(entries.get("closed")).map(YamlPart::text);
        var holder = Optional.ofNullable(entries.get("holder")).map(this::seat);
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
                words(entries, part),
                entries.containsKey("ring") ? oneOf(entries.get("ring"), rings.keySet(), "unknown-ring") : "",
                holder,
                clockNames(entries.get("starts")),
                clockNames(entries.get("keeps")),
                clockNames(entries.get("pauses")),
                closed,
                Optional.ofNullable(entries.get("waits")).map(this::waiting));
    }

    private JoinRule waiting(YamlPart part) {
        var entries = part.entries(Section.WAITING);
        if (!entries.keySet().containsAll(Set.of("of", "for", "then"))) {
            part.fault("missing", "of, for, then");
            return new JoinRule(Set.of(), 0, "");
        }
        var enough = entry(entries, "for");
        return new JoinRule(
                entry(entries, "of").elements().stream()
                        .map(one -> oneOf(one, childParts(), "unknown-child"))
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                enough.text().equals("all") ? 0 : (int) enough.number(),
                oneOf(entry(entries, "then"), keys("actions"), "unknown-action"));
    }

    private List<String> clockNames(@Nullable YamlPart part) {
        return part == null
                ? List.of()
                : part.elements().stream()
                        .map(one -> oneOf(one, keys("clocks"), "unknown-clock"))
                        .toList();
    }

    void opens(YamlPart part, Opening opening) {
        mentions.add(new Mention(part, Optional.of(opening), Optional.empty(), Optional.empty()));
    }

    void sends(YamlPart part, Sending sending) {
        mentions.add(new Mention(part, Optional.empty(), Optional.of(sending), Optional.empty()));
    }

    void surveys(YamlPart part, Survey survey) {
        mentions.add(new Mention(part, Optional.empty(), Optional.empty(), Optional.of(survey)));
    }

    Set<String> actions() {
        return keys("actions");
    }

    Set<String> partyNames() {
        return keys("parties");
    }

    static void fault(Map<String, YamlPart> parts, String id, String key, Object... args) {
        Objects.requireNonNull(parts.get(id), id).fault(key, args);
    }

    static LocalizedText words(Map<String, YamlPart> entries, YamlPart part) {
        if (!entries.containsKey("zh") || !entries.containsKey("en")) {
            part.fault("missing", entries.containsKey("zh") ? "en" : "zh");
            return new LocalizedText("", "");
        }
        return new LocalizedText(entries.get("zh").text(), entries.get("en").text());
    }

    /** An entry that is known to be there. */
    static YamlPart entry(Map<String, YamlPart> entries, String key) {
        return Objects.requireNonNull(entries.get(key), key);
    }

    /** Reads {@code party.post}. */
    Role.PostOf seat(YamlPart part) {
        var text = part.text();
        int dot = text.indexOf('.');
        if (dot < 0) {
            part.fault("bad-post", text);
            return new Role.PostOf("", "");
        }
        var party = text.substring(0, dot);
        var post = text.substring(dot + 1);
        if (!keys("parties").contains(party)) {
            part.fault("unknown-party", party, String.join(", ", keys("parties")));
        }
        if (!posts.contains(post)) {
            part.fault("unknown-post", post, String.join(", ", posts));
        }
        return new Role.PostOf(party, post);
    }

    static String kindOfUnit(YamlPart part) {
        return oneOf(part, RulebookLists.kindsOfUnit(), "unknown-unit-kind");
    }

    static String oneOf(YamlPart part, Set<String> known, String key) {
        var text = part.text();
        if (!known.contains(text)) {
            part.fault(key, text, String.join(", ", known));
        }
        return text;
    }
}
