package org.liudan.intake;

import java.util.Comparator;
import java.util.List;
import org.liudan.engine.Actor;
import org.liudan.people.Directories;
import org.liudan.rulebook.Rulebook;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The ways to raise an order that are open to somebody, the district's main method first. */
@Component
class Starts {

    private final Rulebook rulebook;
    private final Directories directories;
    private final String main;

    Starts(Rulebook rulebook, Directories directories, @Value("${liudan.main-method}") String main) {
        this.rulebook = rulebook;
        this.directories = directories;
        this.main = main;
    }

    List<Start> of(Actor who) {
        return rulebook.inForce(directories.district()).stream()
                .sorted(Comparator.comparing(method -> !method.id().equals(main)))
                .flatMap(method -> method.starts().stream().map(action -> new Start(method, action)))
                .filter(start -> start.isFor(who))
                .toList();
    }

    /**
     * The one that is asked for, or the first.
     *
     * @throws ResponseStatusException 403 when nothing may be raised, 404 when not this
     */
    Start one(Actor who, String method, String action) {
        var starts = of(who);
        if (starts.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return starts.stream()
                .filter(start -> method.isEmpty() || start.is(method, action))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
