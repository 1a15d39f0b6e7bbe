package org.liudan.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.liudan.engine.method.FieldType;
import org.liudan.engine.method.LocalizedText;

/** Describes guards in the language of the reader, if all their parts match common patterns. */
record GuardWording(MethodWording wording) {

    private static final String COMPARED = " (==|!=|<=|>=|<|>) ";
    private static final Pattern TEXT = Pattern.compile("(?:answers|order)\\.([a-z0-9_]+) (==|!=) '([^']*)'");
    private static final Pattern SIZE =
            Pattern.compile("(?:answers|order)\\.([a-z0-9_]+)\\.size\\(\\)" + COMPARED + "(\\d+)");
    private static final Pattern NUMBER = Pattern.compile("(?:answers|order)\\.([a-z0-9_]+)" + COMPARED + "(\\d+)");
    private static final Pattern TIMES = Pattern.compile("(count|did)\\.([a-z0-9_]+)" + COMPARED + "(\\d+)");
    private static final Pattern CLOCK = Pattern.compile("(!?)clock\\.([a-z0-9_]+)\\.(running|overdue)");
    private static final Pattern DAYS = Pattern.compile("clock\\.([a-z0-9_]+)\\.days_used" + COMPARED + "(\\d+)");
    private static final Pattern YES = Pattern.compile("(!?)(?:answers|order)\\.([a-z0-9_]+)");
    /** A community has a region code of 12 digits, a street a shorter one. */
    private static final int COMMUNITY_DIGITS = 12;

    /** The guard in words; empty if one of its parts matches no pattern. */
    Optional<String> describe(String source) {
        if (source.contains("?")) {
            return Optional.empty();
        }
        var alternatives = new ArrayList<String>();
        for (var alternative : source.split(" \\|\\| ", -1)) {
            var conditions = new ArrayList<String>();
            for (var part : alternative.split(" && ", -1)) {
                var condition = condition(part.strip());
                if (condition.isEmpty()) {
                    return Optional.empty();
                }
                conditions.add(condition.get());
            }
            alternatives.add(String.join(t("guard.and"), conditions));
        }
        return Optional.of(String.join(t("guard.or"), alternatives));
    }

    private Optional<String> condition(String part) {
        return match(TEXT, part)
                .flatMap(this::text)
                .or(() -> match(SIZE, part).flatMap(this::size))
                .or(() -> match(NUMBER, part)
                        .flatMap(found -> field(found.group(1))
                                .map(name -> t("guard.number", name, compared(found.group(2), found.group(3))))))
                .or(() -> match(TIMES, part).flatMap(this::times))
                .or(() -> match(CLOCK, part)
                        .flatMap(found -> clock(found.group(2))
                                .map(name -> t(
                                        "guard." + found.group(3)
                                                + (found.group(1).isEmpty() ? "" : ".not"),
                                        name))))
                .or(() -> match(DAYS, part)
                        .flatMap(found -> clock(found.group(1))
                                .map(name -> t("guard.days", name, compared(found.group(2), found.group(3))))))
                .or(() -> match(YES, part)
                        .flatMap(found -> field(found.group(2))
                                .map(name -> t(found.group(1).isEmpty() ? "guard.yes" : "guard.no", name))));
    }

    private Optional<String> text(MatchResult found) {
        var value = found.group(3);
        boolean equal = found.group(2).equals("==");
        if (found.group(1).equals("step")) {
            return Optional.ofNullable(wording.method().steps().get(value))
                    .map(step -> t(equal ? "guard.at" : "guard.not-at", wording.text(step.name())));
        }
        return Optional.ofNullable(wording.method().fields().get(ruleId(found.group(1))))
                .map(field -> value.isEmpty()
                        ? t(equal ? "method.not-given" : "method.given", wording.text(field.name()))
                        : t(
                                equal ? "method.is" : "method.is-not",
                                wording.text(field.name()),
                                wording.text(field.choices().getOrDefault(value, new LocalizedText(value, value)))));
    }

    /**
     * A condition on the length of a value. The length of a text or list tells whether the field was filled in; the length of a
     * region code tells the level of the region.
     */
    private Optional<String> size(MatchResult found) {
        var field = wording.method().fields().get(ruleId(found.group(1)));
        int number = Integer.parseInt(found.group(3));
        if (field == null) {
            return Optional.empty();
        }
        var name = wording.text(field.name());
        if (field.type() == FieldType.REGION && number == COMMUNITY_DIGITS) {
            return Optional.of(t(found.group(2).equals("<") ? "guard.street-only" : "guard.to-community", name));
        }
        return switch (found.group(2) + number) {
            case ">0", "!=0", ">=1" -> Optional.of(t("method.given", name));
            case "==0", "<1" -> Optional.of(t("method.not-given", name));
            default -> Optional.of(t("guard.number", name, compared(found.group(2), found.group(3))));
        };
    }

    private Optional<String> times(MatchResult found) {
        var id = ruleId(found.group(2));
        var name = found.group(1).equals("count")
                ? Optional.ofNullable(wording.method().counters().get(id))
                : Optional.ofNullable(wording.method().actions().get(id)).map(action -> action.name());
        return name.map(wording::text).map(text -> switch (found.group(3) + found.group(4)) {
            case ">0", ">=1" -> t("guard.ever", text);
            case "==0", "<1" -> t("guard.never", text);
            default -> t("guard.times", text, compared(found.group(3), found.group(4)));
        });
    }

    private Optional<String> field(String guardName) {
        return Optional.ofNullable(wording.method().fields().get(ruleId(guardName)))
                .map(field -> wording.text(field.name()));
    }

    private Optional<String> clock(String guardName) {
        return Optional.ofNullable(wording.method().clocks().get(ruleId(guardName)))
                .map(clock -> wording.text(clock.name()));
    }

    private String compared(String operator, String number) {
        return t("guard.compared." + List.of("==", "!=", "<", "<=", ">", ">=").indexOf(operator), number);
    }

    private static Optional<MatchResult> match(Pattern pattern, String part) {
        var matcher = pattern.matcher(part);
        return matcher.matches() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    /** The id of the rulebook for a name in a guard, which has underscores instead of hyphens. */
    private static String ruleId(String guardName) {
        return guardName.replace('_', '-');
    }

    private String t(String key, Object... args) {
        return wording.context().t(key, args);
    }
}
