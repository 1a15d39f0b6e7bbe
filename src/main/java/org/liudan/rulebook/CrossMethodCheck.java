package org.liudan.rulebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.CrossOrderRule;
import org.liudan.engine.method.Field;
import org.liudan.engine.method.FieldType;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Role;
import org.liudan.engine.method.Survey;
import org.liudan.rulebook.MethodReader.Mention;
import org.liudan.rulebook.MethodReader.Reading;

/** Methods that are read together, so that what one says about another can be checked. */
final class CrossMethodCheck {

    private final Set<String> posts;
    private final Map<String, Method> methods = new LinkedHashMap<>();
    private final List<Reading> readings = new ArrayList<>();

    /** @param others the methods in force, which those read now replace where they have the same name */
    CrossMethodCheck(Set<String> posts, Collection<Method> others) {
        this.posts = posts;
        others.forEach(method -> methods.put(method.id(), method));
    }

    Reading read(String file, String text) {
        var reading = MethodReader.read(file, text, posts);
        reading.method().ifPresent(method -> methods.put(method.id(), method));
        readings.add(reading);
        return reading;
    }

    /** All faults of what was read. */
    List<RulebookFault> faults() {
        var faults = new ArrayList<RulebookFault>();
        for (var reading : readings) {
            faults.addAll(reading.faults());
            reading.method()
                    .ifPresent(method -> reading.mentions().forEach(mention -> check(method, mention, faults::add)));
        }
        return faults;
    }

    private void check(Method method, Mention mention, Consumer<RulebookFault> faults) {
        var part = mention.part().reportingTo(faults);
        mention.opens().ifPresent(opening -> {
            var other = methods.get(opening.method());
            if (other == null) {
                part.fault("unknown-method", opening.method(), String.join(", ", methods.keySet()));
            } else {
                var taken = opening.each()
                        .filter(each -> each.office().isEmpty())
                        .map(each -> taken(part, each, other, opening.start()))
                        .orElse(Set.of(CrossOrderRule.UNIT));
                asked(part, method, other, opening.start(), opening.give(), taken)
                        .filter(action ->
                                !action.start() || taken.contains(CrossOrderRule.UNIT) && !takesUnit(other, action))
                        .ifPresent(action -> part.fault("opens-no-start", action.id(), other.id()));
            }
        });
        mention.survey().ifPresent(survey -> check(survey, part));
        mention.sends()
                .ifPresent(sending -> receivers(method, sending.to())
                        .forEach(other -> asked(part, method, other, sending.action(), sending.give(), Set.of())));
    }

    /** The fields that an order about a subject is filled from it with; they must be there on both sides. */
    private Set<String> taken(YamlPart part, CrossOrderRule.Each each, Method other, String start) {
        var register = Optional.ofNullable(methods.get(each.register())).filter(Method::openRegister);
        if (register.isEmpty()) {
            part.fault("each-register", each.register());
            return each.take().keySet();
        }
        var action = other.actions().get(start);
        each.take().forEach((theirs, its) -> {
            var field = other.fields().get(theirs);
            var from = register.get().fields().get(its);
            if (from == null) {
                part.fault(
                        "unknown-field",
                        its,
                        String.join(", ", register.get().fields().keySet()));
            } else if (field == null || action == null || !action.form().containsKey(theirs)) {
                part.fault("gives-unasked", theirs, start, other.id());
            } else if (!sameKind(field, from)) {
                part.fault("gives-other-type", its, theirs);
            }
        });
        return each.take().keySet();
    }

    /** The register that is surveyed has to have what the survey speaks of. */
    private void check(Survey survey, YamlPart part) {
        var register = methods.get(survey.register());
        if (register == null || !register.openRegister()) {
            part.fault("each-register", survey.register());
            return;
        }
        Stream.concat(survey.again().stream(), survey.rectified().stream())
                .filter(action -> !register.actions().containsKey(action))
                .forEach(action -> part.fault(
                        "unknown-action",
                        action,
                        String.join(", ", register.actions().keySet())));
        survey.same().stream()
                .filter(field -> !register.fields().containsKey(field))
                .forEach(field -> part.fault(
                        "unknown-field",
                        field,
                        String.join(", ", register.fields().keySet())));
    }

    private static boolean takesUnit(Method other, Action action) {
        return action.form().containsKey(CrossOrderRule.UNIT)
                && other.field(CrossOrderRule.UNIT).type() == FieldType.UNIT;
    }

    private Stream<Method> receivers(Method method, String to) {
        return switch (to) {
            case "joined" -> Stream.of(method);
            case "parent" ->
                methods.values().stream()
                        .filter(other -> openings(other)
                                .anyMatch(opening -> opening.method().equals(method.id())));
            default ->
                openings(method)
                        .filter(opening -> to.equals("children") || to.equals(opening.as()))
                        .map(CrossOrderRule.Opening::method)
                        .distinct()
                        .flatMap(name -> Optional.ofNullable(methods.get(name)).stream());
        };
    }

    private static Stream<CrossOrderRule.Opening> openings(Method method) {
        return method.actions().values().stream().flatMap(action -> action.outgoing().opens().stream());
    }

    /** The action that another method is asked to take, if it has it; what it is given must be what its form takes. */
    private static Optional<Action> asked(
            YamlPart part, Method method, Method other, String name, Map<String, String> give, Set<String> taken) {
        var action = other.actions().get(name);
        if (action == null || !action.by().contains(new Role.Machine())) {
            part.fault("asks-no-system-action", name, other.id());
            return Optional.empty();
        }
        give.forEach((theirs, ours) -> {
            var field = other.fields().get(theirs);
            if (field == null || !action.form().containsKey(theirs)) {
                part.fault("gives-unasked", theirs, name, other.id());
            } else if (!sameKind(field, method.field(ours))) {
                part.fault("gives-other-type", ours, theirs);
            }
        });
        action.form().forEach((field, need) -> {
            if (need.required() && !give.containsKey(field) && !taken.contains(field)) {
                part.fault("gives-too-little", field, name, other.id());
            }
        });
        return Optional.of(action);
    }

    private static boolean sameKind(Field theirs, Field ours) {
        return theirs.type() == ours.type() || theirs.type() == FieldType.LONG_TEXT && ours.type() == FieldType.TEXT;
    }
}
