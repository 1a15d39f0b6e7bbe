package org.liudan.bench;

import java.util.Locale;
import java.util.Optional;

/** How the lifecycles of all sides compare, a line for each number of clients. */
final class LifecycleTable {

    static final String HEAD = """
            | clients | order desk | HTTP | HTTP, whole orders | pgbench | Flowable | desk : pgbench | HTTP : pgbench | desk : Flowable \
            | desk, ms program + database | HTTP, ms program + database | HTTP, % engine / web / database \
            | pgbench, ms database | Flowable, ms program + database |
            |---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|""";

    private LifecycleTable() {}

    static String row(
            int clients, Measured desk, Measured http, Measured whole, Optional<Measured> pgbench, Measured flowable) {
        return String.format(
                Locale.ROOT,
                "| %d | %.0f | %.0f | %.0f | %s | %.1f | %s | %s | %.1f | %s | %s | %s | %s | %s |",
                clients,
                desk.perSecond(),
                http.perSecond(),
                whole.perSecond(),
                pgbench.map(one -> said("%.0f", one.perSecond())).orElse("–"),
                flowable.perSecond(),
                pgbench.map(one -> said("%.2f", desk.times(one))).orElse("–"),
                pgbench.map(one -> said("%.2f", http.times(one))).orElse("–"),
                desk.times(flowable),
                cost(desk),
                cost(http),
                shares(desk, http),
                pgbench.map(one -> said("%.2f", one.server())).orElse("–"),
                cost(flowable));
    }

    private static String cost(Measured one) {
        return String.format(Locale.ROOT, "%.2f + %.2f", one.program(), one.server());
    }

    /** What the order desk needs by itself is the engine's; what HTTP needs beyond that is the web's. */
    private static String shares(Measured desk, Measured http) {
        double whole = http.program() + http.server();
        double engine = Math.min(desk.program(), http.program());
        return String.format(
                Locale.ROOT,
                "%.0f / %.0f / %.0f",
                100 * engine / whole,
                100 * (http.program() - engine) / whole,
                100 * http.server() / whole);
    }

    private static String said(String form, double number) {
        return String.format(Locale.ROOT, form, number);
    }
}
