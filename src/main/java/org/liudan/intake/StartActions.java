package org.liudan.intake;

import java.util.List;
import java.util.stream.Stream;
import org.liudan.engine.method.Method;
import org.liudan.engine.order.Actor;
import org.liudan.organisation.Directories;
import org.liudan.rulebook.Rulebook;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The ways to raise an order that are open to somebody, the district's main method first. */
@Component
public class StartActions {

    private final Rulebook rulebook;
    private final Directories directories;

    StartActions(Rulebook rulebook, Directories directories) {
        this.rulebook = rulebook;
        this.directories = directories;
    }

    public List<StartAction> of(Actor who) {
        var offices = directories.current();
        return all().filter(start -> start.isFor(who, offices)).toList();
    }

    /** The ways to enter a subject on a register that are open to somebody. */
    public List<StartAction> of(Actor who, Method register) {
        var offices = directories.current();
        return starts(List.of(register))
                .filter(start -> start.isFor(who, offices))
                .toList();
    }

    private Stream<StartAction> all() {
        return starts(rulebook.inForce(directories.district()));
    }

    /** With those that enter a subject on a register, which are offered in its list and not among the others. */
    private Stream<StartAction> allAndRegisters() {
        return Stream.concat(all(), starts(rulebook.registers(directories.district())));
    }

    private static Stream<StartAction> starts(List<Method> methods) {
        return methods.stream()
                .flatMap(method -> method.starts().stream().map(action -> new StartAction(method, action)));
    }

    /**
     * The one that is asked for, or the first.
     *
     * @throws ResponseStatusException 403 when it may not be raised by them, 404 when there is no such
     */
    public StartAction one(Actor who, String method, String action) {
        var offices = directories.current();
        return allAndRegisters()
                .filter(start -> start.isFor(who, offices))
                .filter(start -> method.isEmpty() || start.is(method, action))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(
                        method.isEmpty() || allAndRegisters().anyMatch(start -> start.is(method, action))
                                ? HttpStatus.FORBIDDEN
                                : HttpStatus.NOT_FOUND));
    }
}
