package org.liudan.commands;

import java.util.stream.Stream;
import org.liudan.database.StartupFailure;
import org.liudan.rulebook.RulebookFaults;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Prints why the program can't start in plain words instead of a stack trace, if the reason is a known one. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class PlainFailureAnalyzer implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        var known = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(cause -> cause instanceof StartupFailure || cause instanceof RulebookFaults)
                .findFirst();
        known.ifPresent(cause -> Terminal.err().println(cause.getMessage()));
        return known.isPresent();
    }
}
