package org.liudan.rulebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liudan.engine.method.Facts;
import org.liudan.engine.method.Field;
import org.liudan.engine.method.FigureLine;
import org.liudan.engine.method.LocalizedText;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Ring;
import org.liudan.engine.method.Role;
import org.liudan.engine.method.WrittenNotice;

/** Reads one method file and reports all its faults, each with its line. */
public final class MethodReader {

    private static final List<String> REQUIRED =
            List.of("method", "name", "rings", "parties", "fields", "clocks", "steps", "actions");

    private final List<RulebookFault> faults = new ArrayList<>();
    private final List<CrossReference> references = new ArrayList<>();
    private final Set<String> posts;
    private final boolean published;

    private MethodReader(Set<String> posts, boolean published) {
        this.posts = posts;
        this.published = published;
    }

    /**
     * The result of reading a file.
     *
     * @param method the method; empty if there are faults
     * @param faults all faults, sorted by line
     * @param references the places that refer to other methods; none if there are faults
     */
    public record Reading(Optional<Method> method, List<RulebookFault> faults, List<CrossReference> references) {}

    /**
     * Reads a method.
     *
     * @param file the name of the file, for faults
     * @param posts the ids of the kinds of post
     */
    public static Reading read(String file, String text, Set<String> posts) {
        return read(file, text, new MethodReader(posts, false));
    }

    /** Reads a method that was checked when it was published. Its expressions are compiled when they are first used. */
    static Reading readPublished(String file, String text, Set<String> posts) {
        return read(file, text, new MethodReader(posts, true));
    }

    private static Reading read(String file, String text, MethodReader reader) {
        var method = YamlParser.parse(file, text, reader.faults::add).map(reader::method);
        if (!reader.faults.isEmpty()) {
            return new Reading(
                    Optional.empty(),
                    reader.faults.stream()
                            .sorted(Comparator.comparingInt(RulebookFault::line))
                            .toList(),
                    List.of());
        }
        return new Reading(method, List.of(), List.copyOf(reader.references));
    }

    private Method method(YamlPart file) {
        var sections = new MethodSections(file.entries(Section.METHOD), posts);
        REQUIRED.stream().filter(section -> !sections.has(section)).forEach(section -> file.fault("missing", section));
        var rings = sections.readAll("rings", (id, part) -> new Ring(id, part.localizedText()));
        var parties = sections.readAll("parties", new PartyReader(sections)::read);
        var counters = sections.readAll("counters", (id, part) -> part.localizedText());
        var fields = sections.readAll("fields", new FieldReader(sections.ids("fields"))::read);
        checkTargets(fields, sections);
        var clockReader = new ClockReader(sections, fields, sections.ids("actions"));
        var clocks = sections.readAll("clocks", clockReader::read);
        var steps = sections.readAll("steps", new StepReader(sections, rings.keySet())::read);
        var guards = new GuardCompiler(
                Facts.names(
                        fields,
                        counters.keySet(),
                        sections.ids("actions"),
                        clocks.keySet(),
                        sections.childParts(),
                        sections.has("survey")),
                published);
        var cases = new CaseReader(guards);
        var actionReader = new ActionReader(
                sections,
                rings.keySet(),
                counters.keySet(),
                fields,
                clocks.keySet(),
                steps,
                cases,
                new ClockEffectReader(clockReader, fields, clocks, cases),
                new CrossOrderReader(sections, fields, guards, sections.childParts(), references::add));
        var registerReader =
                new RegisterReader(fields, clocks.keySet(), sections.ids("actions"), steps.keySet(), guards);
        var method = new Method(
                sections.section("method").map(YamlPart::text).orElse(""),
                0,
                sections.section("name").map(YamlPart::localizedText).orElse(new LocalizedText("", "")),
                rings,
                parties,
                counters,
                fields,
                clocks,
                steps,
                sections.readAll("actions", actionReader::read),
                measures(sections),
                figures(sections, steps.keySet()),
                readers(sections),
                sections.section("notice").map(part -> notice(part, sections)),
                sections.section("register").map(registerReader::read),
                sections.section("roll").map(registerReader::partsTable),
                sections.section("survey").map(new SurveyReader(fields, references::add)::read));
        new Soundness(method, sections.entriesOf("steps"), sections.entriesOf("actions"), sections.entriesOf("clocks"))
                .check();
        return method;
    }

    /** A field may only set a field of its own type. */
    private static void checkTargets(Map<String, Field> fields, MethodSections sections) {
        fields.forEach((id, field) -> {
            var target = fields.get(field.sets());
            if (target != null && target.type() != field.type()) {
                MethodSections.fault(sections.entriesOf("fields"), id, "sets-other-type", id, field.sets());
            }
        });
    }

    private static Map<String, List<String>> measures(MethodSections sections) {
        var measures = new LinkedHashMap<String, List<String>>();
        sections.section("measures")
                .ifPresent(part -> part.entries(Section.MEASURES)
                        .forEach((measure, clocks) ->
                                measures.put(measure, sections.idsIn(clocks, "clocks", "unknown-clock"))));
        return measures;
    }

    private static List<FigureLine> figures(MethodSections sections, Set<String> steps) {
        return sections.section("table")
                .map(part -> new FigureTableReader(steps, sections.ids("actions")).read(part))
                .orElse(List.of());
    }

    private static List<Role.PostOf> readers(MethodSections sections) {
        return sections.section("readers")
                .map(part -> part.elements().stream().map(sections::post).toList())
                .orElse(List.of());
    }

    private static WrittenNotice notice(YamlPart part, MethodSections sections) {
        var entries = part.entries(Section.NOTICE);
        if (!entries.keySet().containsAll(Set.of("asks", "outcome"))) {
            part.fault("missing", "asks, outcome");
        }
        return new WrittenNotice(
                part.localizedText(entries),
                sections.idsIn(entries.get("asks"), "fields", "unknown-field"),
                sections.idsIn(entries.get("outcome"), "fields", "unknown-field"));
    }
}
