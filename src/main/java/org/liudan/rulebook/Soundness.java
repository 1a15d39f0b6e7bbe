package org.liudan.rulebook;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liudan.engine.method.Action;
import org.liudan.engine.method.Method;
import org.liudan.engine.method.Role;
import org.liudan.engine.method.Step;

/** Checks a method as a whole: every step can be reached, and every open step can reach an end. */
record Soundness(
        Method method, Map<String, YamlPart> steps, Map<String, YamlPart> actions, Map<String, YamlPart> clocks) {

    void check() {
        var reached = reached();
        method.steps().values().forEach(step -> {
            if (!reached.contains(step.id())) {
                MethodSections.fault(steps, step.id(), "unreachable", step.id());
            } else if (step.open() && !canEnd(step)) {
                MethodSections.fault(steps, step.id(), "endless", step.id());
            }
        });
        method.actions().values().forEach(action -> {
            if (!action.start() && action.at().isEmpty()) {
                MethodSections.fault(actions, action.id(), "never", action.id());
            }
        });
        checkLinks();
        if (method.starts().isEmpty()) {
            actions.values().stream().findFirst().ifPresent(part -> part.fault("no-start"));
        }
        method.clocks()
                .values()
                .forEach(clock -> clock.then()
                        .map(method.actions()::get)
                        .filter(action -> action != null && !action.by().contains(new Role.Machine()))
                        .ifPresent(action ->
                                MethodSections.fault(clocks, clock.id(), "then-not-system", clock.id(), action.id())));
    }

    private void checkLinks() {
        method.steps()
                .values()
                .forEach(step -> step.waits()
                        .flatMap(rule -> Optional.ofNullable(method.actions().get(rule.then())))
                        .filter(action -> !action.by().contains(new Role.Machine())
                                || !action.at().contains(step.id())
                                || returnsToWaiting(step.id(), action))
                        .ifPresent(action ->
                                MethodSections.fault(steps, step.id(), "waits-then", step.id(), action.id())));
        method.actions().values().forEach(action -> {
            if (action.outgoing().merge().isPresent()) {
                checkMerge(action);
            }
            if (unmerges(action) && action.at().stream().noneMatch(mergedSteps()::contains)) {
                MethodSections.fault(actions, action.id(), "back-from-nowhere", action.id());
            }
        });
    }

    /** Every destination of a merge must be a step closed as merged. An action that raises an order can't merge it. */
    private void checkMerge(Action action) {
        var part = Objects.requireNonNull(actions.get(action.id()));
        var to = part.elementsOf("to");
        if (action.start() || to.isEmpty()) {
            part.fault("merge-stays-open", action.id());
        }
        for (int i = 0; i < to.size(); i++) {
            var step = method.steps().get(action.to().get(i).then());
            if (step == null || !step.closed().equals(Optional.of(Step.MERGED))) {
                to.get(i).fault("merge-stays-open", action.id());
            }
        }
    }

    /**
     * True if the action that ends the waiting stays at the step, or returns to it through other waiting steps. That would be an
     * endless loop.
     */
    private boolean returnsToWaiting(String step, Action then) {
        var todo = new ArrayDeque<>(List.of(then));
        var seen = new LinkedHashSet<String>();
        boolean returns = destinations(then).findAny().isEmpty();
        while (!returns && !todo.isEmpty()) {
            for (var next : destinations(todo.remove()).toList()) {
                returns |= next.equals(step);
                if (seen.add(next)) {
                    Optional.ofNullable(method.steps().get(next))
                            .flatMap(Step::waits)
                            .flatMap(
                                    rule -> Optional.ofNullable(method.actions().get(rule.then())))
                            .ifPresent(todo::add);
                }
            }
        }
        return returns;
    }

    private static boolean unmerges(Action action) {
        return action.to().stream().anyMatch(destination -> destination.then().equals(Action.BACK));
    }

    private Set<String> mergedSteps() {
        return method.actions().values().stream()
                .filter(action -> action.outgoing().merge().isPresent())
                .flatMap(this::destinations)
                .collect(Collectors.toSet());
    }

    private Set<String> reached() {
        var todo = new ArrayDeque<String>();
        method.starts().forEach(action -> destinations(action).forEach(todo::add));
        var reached = new LinkedHashSet<String>();
        while (!todo.isEmpty()) {
            var step = todo.remove();
            if (reached.add(step)) {
                successors(step).forEach(todo::add);
            }
        }
        return reached;
    }

    private boolean canEnd(Step first) {
        var todo = new ArrayDeque<>(Set.of(first.id()));
        var seen = new LinkedHashSet<String>();
        while (!todo.isEmpty()) {
            var step = todo.remove();
            var declared = method.steps().get(step);
            if (declared == null || !declared.open()) {
                return true;
            }
            // the resident can always withdraw an order, so that does not count as a way to an end
            if (seen.add(step)) {
                method.actions().values().stream()
                        .filter(action -> action.at().contains(step))
                        .filter(action -> action.by().stream().anyMatch(role -> !(role instanceof Role.Resident))
                                || action.main())
                        .flatMap(this::destinations)
                        .forEach(todo::add);
            }
        }
        return false;
    }

    private Stream<String> successors(String step) {
        return method.actions().values().stream()
                .filter(action -> action.at().contains(step))
                .flatMap(this::destinations);
    }

    private Stream<String> destinations(Action action) {
        return action.to().stream()
                .map(Action.Case::then)
                .filter(step -> !step.equals(Action.SAME) && !step.equals(Action.BACK));
    }
}
