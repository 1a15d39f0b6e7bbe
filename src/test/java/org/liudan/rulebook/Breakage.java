package org.liudan.rulebook;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A way to break one line of a method file.
 *
 * @param section the section of the file with such lines; empty for the whole file
 * @param pattern what to replace
 * @param replacement what to put in its place
 * @param faults the keys of which the reader must report one for this line
 */
record Breakage(String section, Pattern pattern, String replacement, Set<String> faults) {

    /** Broken YAML is reported at this line or at the next line that is not empty. */
    static final String NOT_YAML = "not-yaml";

    private static final String INLINE = "^(  [a-z0-9-]+: \\{.*)";

    static final List<Breakage> ALL = List.of(
            of("parties", "region: (community|street)", "region: village", "unknown-level"),
            of("parties", "chosen: [a-z-]+", "chosen: nothing", "unknown-field"),
            of("parties", "attached: [a-z-]+", "attached: nobody", "unknown-party"),
            of("parties", "else: [a-z-]+\\.", "else: nobody.", "unknown-party"),
            of("parties", INLINE + "(region|chosen|only|unit): [a-z0-9-]+,?", "$1", "party-source"),
            of("fields", "type: [a-z-]+", "type: poem", "unknown-type"),
            of("fields", " list: [a-z-]+", " list: nothing", "unknown-list"),
            of("fields", "sets: [a-z-]+", "sets: nothing", "unknown-field"),
            of("fields", "open: true", "open: maybe", "expected-yes-no"),
            of("fields", "most: \\d+", "most: lots", "expected-number"),
            of("fields", "^(  [a-z0-9-]+: \\{.* type: units?), kind: [a-z]+", "$1", "unit-kind"),
            of("fields", "^(  [a-z0-9-]+: \\{.* type: units?, kind: )[a-z]+", "$1guild", "unknown-unit-kind"),
            of("parties", "only: [a-z]+", "only: guild", "unknown-unit-kind"),
            of("fields", "zh: [^,}]+, ", "", "missing"),
            of("fields", "choices: \\{ ([a-z-]+): ", "choices: { $1: { zh: 又, en: Again }, $1: ", "twice"),
            of("clocks", "(?<![a-z-])limit: [^,}]+", "limit: 3 fortnights", "bad-limit"),
            of("clocks", "(?<![a-z-])limit: [^,}]+", "limit: until 2026-13-45", "bad-limit"),
            of("clocks", INLINE + ", limit: [^,}]+", "$1", "missing"),
            of("clocks", "\\{ zh: ", "{ warn: 200%, zh: ", "bad-share"),
            of("clocks", " to: [a-z-]+\\.", " to: nobody.", "unknown-party"),
            of("clocks", "after: [^,}]+", "after: soon", "bad-limit"),
            of("clocks", "then: [a-z-]+", "then: nothing", "unknown-action"),
            of("steps", "holder: [a-z-]+\\.", "holder: nobody.", "unknown-party"),
            of("steps", "holder: ([a-z-]+)\\.[a-z]+", "holder: $1.emperor", "unknown-post"),
            of("steps", "holder: ([a-z-]+)\\.[a-z]+", "holder: $1", "bad-post"),
            of("steps", INLINE + "holder: [a-z.-]+,?", "$1", "open-without-holder"),
            of("steps", INLINE + "starts: \\[[^]]+\\],?", "$1", "open-without-clock"),
            of("steps", ", closed: ", ", holder: supervision.inspector, closed: ", "closed-with-holder"),
            of("steps", "(starts|keeps|pauses): \\[", "$1: [no-such-clock, ", "unknown-clock"),
            of("steps", "ring: [a-z-]+", "ring: nowhere", "unknown-ring"),
            of("steps", "of: \\[", "of: [nobody, ", "unknown-child"),
            of("steps", "for: all", "for: some", "expected-number"),
            of("steps", "then: [a-z-]+", "then: nothing", "unknown-action"),
            of("actions", "at: \\[", "at: [nowhere, ", "unknown-step"),
            of("actions", "^    to: (?!same|back)[a-z-]+$", "    to: nowhere", "unknown-step"),
            of("actions", "step: [a-z-]+", "step: nowhere", "unknown-step"),
            of("actions", "by: \\[", "by: [nobody.clerk, ", "unknown-party"),
            of("actions", "by: \\[", "by: [emperor, ", "bad-post"),
            of("actions", "form: \\{ ", "form: { no-such-field: required, ", "unknown-field"),
            of("actions", ": required", ": perhaps", "unknown-need"),
            of("actions", "form: \\{.*?\\}", "form: everything", "expected-map"),
            of("actions", "((that|when): .*?)count\\.[a-z_]+", "$1count.nonsense", "guard"),
            of("actions", "((that|when): .*?)(order|answers)\\.[a-z_]+", "$1order.nonsense", "guard"),
            of("actions", "((that|when): .*? [<>]=?) \\d+", "$1 'many'", "guard"),
            of("actions", "((that|when): .*?) && ", "$1 && 'yes' && ", "guard"),
            of("actions", "set: \\{ ", "set: { no-such-field: x, ", "unknown-field"),
            of("actions", "count: [a-z-]+$", "count: nothing", "unknown-counter"),
            of("actions", "stop: \\[", "stop: [no-such-clock, ", "unknown-clock"),
            of("actions", "(limit|renew|extend): \\{ ", "$1: { no-such-clock: 3 days, ", "unknown-clock"),
            of("actions", "tell: [a-z-]+\\.", "tell: nobody.", "unknown-party"),
            of("actions", "ring: [a-z-]+", "ring: nowhere", "unknown-ring"),
            of("actions", "method: [a-z-]+, start", "method: nothing, start", "unknown-method"),
            of("actions", ", start: [a-z-]+", ", start: nothing", "asks-no-system-action"),
            of("actions", " as: [a-z-]+", " as: Nobody", "bad-name"),
            of("actions", "to: [a-z-]+, give: ", "to: nobody, give: ", "opens-for"),
            of("actions", "to: [a-z-]+, action: ", "to: nobody, action: ", "unknown-child"),
            of("actions", " action: [a-z-]+", " action: nothing", "asks-no-system-action"),
            of("actions", "give: \\[", "give: [no-such-field, ", "unknown-field"),
            of("actions", "(start: open,.*)give: \\[[^]]*content[^]]*\\]", "$1give: []", "gives-too-little"),
            of(
                    "actions",
                    "(start: open,.*)give: \\[[^]]*content[^]]*\\]",
                    "$1give: { content: region }",
                    "gives-other-type"),
            of("actions", "^    to: merged$", "    to: tracking", "merge-stays-open"),
            of("actions", "merge: [a-z-]+$", "merge: reason", "merge-field"),
            of("actions", "other-than: \\[", "other-than: [nothing, ", "unknown-action"),
            of("", "^    (by|at|form|to|when|opens|sends|main|starts|waits|choices):", "    $1x:", "unknown-key"),
            of("", " en: ", " enn: ", "unknown-key"),
            of("", "\\{(.*?) en: ", "{$1 en: x, en: ", "twice"),
            of("", "^  (?=[a-z])", "\t", NOT_YAML),
            of("", "^    (by|at|form|to): ", "      $1: ", NOT_YAML),
            of("", "^(  [a-z-]+: \\{.*)\\}$", "$1", NOT_YAML),
            of("", "^(    [a-z-]+: )\\{(.*\\})$", "$1$2", NOT_YAML));

    private static Breakage of(String section, String pattern, String replacement, String... faults) {
        return new Breakage(section, Pattern.compile(pattern), replacement, Set.of(faults));
    }

    /**
     * A file with one broken line.
     *
     * @param line the broken line, from 1
     * @param next the next line that is not empty, from 1
     */
    record Broken(Breakage breakage, String file, int line, int next, String text) {

        boolean causes(RulebookFault fault) {
            return breakage.faults.contains(fault.key())
                    && (fault.line() == line
                            || breakage.faults.contains(NOT_YAML) && fault.line() > line && fault.line() <= next);
        }

        String description() {
            return "%s:%d %s: %s"
                    .formatted(
                            file,
                            line,
                            breakage.faults,
                            text.lines().toList().get(line - 1).strip());
        }
    }

    /** The file once for every line that can be broken in this way. */
    Stream<Broken> breakEach(String file, String text) {
        var lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .filter(at -> !lines.get(at).matches("\\s*(#.*)?")
                        && (section.isEmpty() || section.equals(sectionOf(lines, at))))
                .mapToObj(at -> breakLine(file, lines, at))
                .flatMap(java.util.Optional::stream);
    }

    private java.util.Optional<Broken> breakLine(String file, List<String> lines, int at) {
        var changed = pattern.matcher(lines.get(at)).replaceFirst(replacement);
        var text = new java.util.ArrayList<>(lines);
        text.set(at, changed);
        int next = IntStream.range(at + 1, lines.size())
                .filter(later -> !lines.get(later).matches("\\s*(#.*)?"))
                .findFirst()
                .orElse(lines.size());
        return changed.equals(lines.get(at))
                ? java.util.Optional.empty()
                : java.util.Optional.of(new Broken(this, file, at + 1, next + 1, String.join("\n", text) + "\n"));
    }

    private static String sectionOf(List<String> lines, int at) {
        return IntStream.rangeClosed(0, at)
                .map(back -> at - back)
                .mapToObj(lines::get)
                .filter(line -> line.matches("[a-z].*"))
                .findFirst()
                .map(line -> line.substring(0, line.indexOf(':')))
                .orElse("");
    }
}
