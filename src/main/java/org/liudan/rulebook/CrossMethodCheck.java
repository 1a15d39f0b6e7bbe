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
import org.liudan.rulebook.MethodReader.Reading;

/** Reads methods together, so that references from one method to another can be checked. */
final class CrossMethodCheck {

    private final Set<String> posts;
    private final Map<String, Method> methods = new LinkedHashMap<>();
    private final List<Reading> readings = new ArrayList<>();

    /** @param others the methods in force; a method that is read now replaces the one with its id */
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

    /** All faults of the files that were read. */
    List<RulebookFault> faults() {
        var faults = new ArrayList<RulebookFault>();
        for (var reading : readings) {
            faults.addAll(reading.faults());
            reading.method()
                    .ifPresent(
                            method -> reading.references().forEach(reference -> check(method, reference, faults::add)));
        }
        return faults;
    }

    private void check(Method method, CrossReference reference, Consumer<RulebookFault> faults) {
        var part = reference.part().reportingTo(faults);
        reference.opening().ifPresent(opening -> check(method, opening, part));
        reference.survey().ifPresent(survey -> check(survey, part));
        reference
                .sending()
                .ifPresent(sending -> receivers(method, sending.to())
                        .forEach(other ->
                                calledAction(part, method, other, sending.action(), sending.give(), Set.of())));
    }

    private void check(Method method, CrossOrderRule.Opening opening, YamlPart part) {
        var other = methods.get(opening.method());
        if (other == null) {
            part.fault("unknown-method", opening.method(), String.join(", ", methods.keySet()));
            return;
        }
        var filled = opening.each()
                .filter(each -> each.office().isEmpty())
                .map(each -> fieldsOfSubject(part, each, other, opening.start()))
                .orElse(Set.of(CrossOrderRule.UNIT));
        calledAction(part, method, other, opening.start(), opening.give(), filled)
                .filter(action -> !action.start() || filled.contains(CrossOrderRule.UNIT) && !takesUnit(other, action))
                .ifPresent(action -> part.fault("opens-no-start", action.id(), other.id()));
    }

    /** The fields of an order that are filled from the subject it is about. Both methods must have them, with the same type. */
    private Set<String> fieldsOfSubject(YamlPart part, CrossOrderRule.Each each, Method other, String start) {
        var register = Optional.ofNullable(methods.get(each.register())).filter(Method::openRegister);
        if (register.isEmpty()) {
            part.fault("each-register", each.register());
            return each.take().keySet();
        }
        var action = other.actions().get(start);
        each.take().forEach((target, source) -> {
            var field = other.fields().get(target);
            var sourceField = register.get().fields().get(source);
            if (sourceField == null) {
                part.fault(
                        "unknown-field",
                        source,
                        String.join(", ", register.get().fields().keySet()));
            } else if (field == null || action == null || !action.form().containsKey(target)) {
                part.fault("gives-unasked", target, start, other.id());
            } else if (!compatible(field, sourceField)) {
                part.fault("gives-other-type", source, target);
            }
        });
        return each.take().keySet();
    }

    /** The surveyed register must have the actions and fields that the survey names. */
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

    /** The methods of the orders that a message of this method goes to. */
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

    /**
     * The action of another method that this method calls. Checks that its form accepts the fields that are passed, and that no
     * required field is missing. Returns empty, with a fault, if there is no such action of the system.
     *
     * @param give fields of the other method, each with the field of this method that it is filled from
     * @param filled fields of the other method that are filled in another way
     */
    private static Optional<Action> calledAction(
            YamlPart part, Method method, Method other, String name, Map<String, String> give, Set<String> filled) {
        var action = other.actions().get(name);
        if (action == null || !action.by().contains(new Role.Machine())) {
            part.fault("asks-no-system-action", name, other.id());
            return Optional.empty();
        }
        give.forEach((target, source) -> {
            var field = other.fields().get(target);
            if (field == null || !action.form().containsKey(target)) {
                part.fault("gives-unasked", target, name, other.id());
            } else if (!compatible(field, method.field(source))) {
                part.fault("gives-other-type", source, target);
            }
        });
        action.form().forEach((field, requirement) -> {
            if (requirement.required() && !give.containsKey(field) && !filled.contains(field)) {
                part.fault("gives-too-little", field, name, other.id());
            }
        });
        return Optional.of(action);
    }

    private static boolean compatible(Field target, Field source) {
        return target.type() == source.type()
                || target.type() == FieldType.LONG_TEXT && source.type() == FieldType.TEXT;
    }
}
