package org.liudan.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

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
        var program = Processor.program();
        var server = processor.server();
        var started = System.nanoTime();
        var perSecond = run.perSecond();
        double count = perSecond * (System.nanoTime() - started) / 1e9;
        return new Measured(
                perSecond,
                (Processor.program() - program) / count * 1000,
                (processor.server() - server) / count * 1000);
    }

    static Measured median(List<Measured> all) {
        return all.stream()
                .sorted(Comparator.comparingDouble(Measured::perSecond))
                .toList()
                .get(all.size() / 2);
    }

    static String row(int clients, Measured desk, Measured pgbench) {
        return String.format(
                Locale.ROOT,
                "| %d | %.0f | %.0f | %.2f | %.2f + %.2f | %.2f |",
                clients,
                desk.perSecond(),
                pgbench.perSecond(),
                desk.perSecond() / pgbench.perSecond(),
                desk.program(),
                desk.server(),
                pgbench.server());
    }

    static String row(int clients, Measured desk) {
        return String.format(
                Locale.ROOT,
                "| %d | %.0f | – | – | %.2f + %.2f | – |",
                clients,
                desk.perSecond(),
                desk.program(),
                desk.server());
    }
}
