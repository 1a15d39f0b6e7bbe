package org.liudan.bench;

import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * How fast something went, and at what cost.
 *
 * @param perSecond lifecycles a second
 * @param program milliseconds of processor for each, in the program
 * @param server milliseconds of processor for each, in the database
 */
record Measured(double perSecond, double program, double server) {

    interface Run {
        double perSecond() throws Exception;
    }

    static Measured of(Run run, Processor processor) throws Exception {
        return of(run, processor, () -> 0);
    }

    /** @param aside seconds of processor so far that are the client's and not the program's */
    static Measured of(Run run, Processor processor, DoubleSupplier aside) throws Exception {
        var program = Processor.program() - aside.getAsDouble();
        var server = processor.server();
        var started = System.nanoTime();
        var perSecond = run.perSecond();
        double count = perSecond * (System.nanoTime() - started) / 1e9;
        return new Measured(
                perSecond,
                (Processor.program() - aside.getAsDouble() - program) / count * 1000,
                (processor.server() - server) / count * 1000);
    }

    static Measured median(List<Measured> all) {
        return all.stream()
                .sorted(Comparator.comparingDouble(Measured::perSecond))
                .toList()
                .get(all.size() / 2);
    }

    double times(Measured other) {
        return perSecond / other.perSecond;
    }
}
