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

/** The start actions that an actor may take, the district's main method first. */
@Component
public class StartActions {

    private final Rulebook rulebook;
    private final Directories directories;

    StartActions(Rulebook rulebook, Directories directories) {
        this.rulebook = rulebook;
        this.directories = directories;
    }

    /** The start actions of orders. */
    public List<StartAction> of(Actor actor) {
        var organisation = directories.current();
        return all().filter(start -> start.isOpenTo(actor, organisation)).toList();
    }

    /** The start actions of one register, which enter a subject. */
    public List<StartAction> of(Actor actor, Method register) {
        var organisation = directories.current();
        return starts(List.of(register))
                .filter(start -> start.isOpenTo(actor, organisation))
                .toList();
    }

    private Stream<StartAction> all() {
        return starts(rulebook.inForce(directories.district()));
    }

    /** Also includes the start actions of registers, which are offered on the page of the register only. */
    private Stream<StartAction> allAndRegisters() {
        return Stream.concat(all(), starts(rulebook.registers(directories.district())));
    }

    private static Stream<StartAction> starts(List<Method> methods) {
        return methods.stream()
                .flatMap(method -> method.starts().stream().map(action -> new StartAction(method, action)));
    }

    /**
     * The start action of a method and an action; the first one if the method is empty.
     *
     * @throws ResponseStatusException 403 if the actor may not take it, 404 if it does not exist
     */
    public StartAction one(Actor actor, String method, String action) {
        var organisation = directories.current();
        return allAndRegisters()
                .filter(start -> start.isOpenTo(actor, organisation))
                .filter(start -> method.isEmpty() || start.matches(method, action))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(
                        method.isEmpty() || allAndRegisters().anyMatch(start -> start.matches(method, action))
                                ? HttpStatus.FORBIDDEN
                                : HttpStatus.NOT_FOUND));
    }
}
