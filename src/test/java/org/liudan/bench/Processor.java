package org.liudan.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How much processor time the program and its database have used so far, as Linux tells it; zero elsewhere. */
record Processor(long database) {

    private static final double TICKS_A_SECOND = 100;

    /** That of the server that statements go to. */
    static Processor of(JdbcClient jdbc) {
        return new Processor(jdbc.sql("select pg_read_file('postmaster.pid', 0, 12)")
                .query((row, number) ->
                        Long.parseLong(row.getString(1).lines().findFirst().orElseThrow()))
                .single());
    }

    /** Seconds used by this process. */
    static double program() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getProcessCpuTime()
                / 1e9;
    }

    /** Seconds used by the server: itself, its children, and those of them that have ended. */
    double server() throws IOException {
        double ticks = ticks(database, 4);
        try (Stream<ProcessHandle> children =
                ProcessHandle.of(database).map(ProcessHandle::children).orElseGet(Stream::empty)) {
            for (var child : children.toList()) {
                ticks += ticks(child.pid(), 2);
            }
        }
        return ticks / TICKS_A_SECOND;
    }

    /** User, system, and those of ended children, in this order. */
    private static double ticks(long process, int fields) throws IOException {
        var file = Path.of("/proc/" + process + "/stat");
        if (!Files.isReadable(file)) {
            return 0;
        }
        var text = Files.readString(file);
        var cells = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
        double sum = 0;
        for (int field = 0; field < fields; field++) {
            sum += Double.parseDouble(cells[11 + field]);
        }
        return sum;
    }
}
