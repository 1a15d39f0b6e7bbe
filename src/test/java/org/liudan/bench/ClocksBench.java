package org.liudan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.liudan.deadlines.DeadlineRecalculation;
import org.liudan.orders.desk.Growth;
import org.liudan.orders.desk.OrderDesk;
import org.liudan.orders.verification.Verification;
import org.liudan.testing.DistrictTest;
import org.liudan.testing.Lifecycles;
import org.liudan.testing.SettableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many running clocks of which many fall due in the same minute, served by several processes while other work goes on: their
 * warnings, their breaches and their escalations, each at its minute. Run with {@code ./mvnw -Pbench verify -Dtest=ClocksBench}.
 */
@DistrictTest
class ClocksBench {

    private static final int CLOCKS = Integer.getInteger("bench.clocks", 1_000_000);
    private static final int DUE = Integer.getInteger("bench.due", 100_000);
    private static final int PROCESSES = Integer.getInteger("bench.processes", 3);
    private static final int RATE = Integer.getInteger("bench.rate", 8);
    private static final int BEFORE = Integer.getInteger("bench.seconds", 20);
    private static final int SMALL = 50_000;

    /** When each falls due, given that orders are raised on the Monday before. */
    private static final List<String> WAVES = List.of(
            "clock-warned 2026-11-16T17:00", "clock-breached 2026-11-16T17:30", "clock-escalated 2026-11-17T17:30");

    @Autowired
    ApplicationContext context;

    @Autowired
    OrderDesk desk;

    @Autowired
    DeadlineRecalculation redating;

    @Autowired
    Verification verification;

    @Autowired
    SettableClock clock;

    @Autowired
    HikariDataSource pool;

    @Autowired
    JdbcClient jdbc;

    @Value("${liudan.data}")
    Path data;

    @Test
    void clocks_that_fall_due_in_the_same_minute() throws Exception {
        redating.catchUp();
        long began = System.nanoTime();
        var ids = Growth.in(context, 6).running(CLOCKS, CLOCKS / DUE);
        say("%,d orders with running clocks loaded in %.0f s", CLOCKS, (System.nanoTime() - began) / 1e9);
        var processes = new ArrayList<ClocksProcess>();
        try (var work = new SteadyWork(new Lifecycles(desk), RATE)) {
            for (int process = 0; process < PROCESSES; process++) {
                processes.add(ClocksProcess.start(data, pool.getJdbcUrl(), String.valueOf(pool.getPassword())));
            }
            say(
                    "| what | clocks | s until the last | a second | ms of processor each, %d processes + database "
                            + "| lifecycles/s before | ms, median / 95 of 100 | during | ms |",
                    PROCESSES);
            say("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
            for (var wave : WAVES) {
                wave(wave.split(" ", -1)[0], wave.split(" ", -1)[1], ids, processes, work);
            }
        } finally {
            processes.forEach(ClocksProcess::close);
        }
        if (CLOCKS <= SMALL) {
            assertThat(verification.verify().differences())
                    .filteredOn(difference -> difference.order() >= ids[0] && difference.order() <= ids[1])
                    .isEmpty();
        }
    }

    private void wave(String what, String minute, long[] ids, List<ClocksProcess> processes, SteadyWork work)
            throws Exception {
        work.pace();
        TimeUnit.SECONDS.sleep(BEFORE);
        var before = work.pace();
        var processor = Processor.of(jdbc);
        double server = processor.server();
        double used = processes.stream().mapToDouble(ClocksProcess::used).sum();
        long began = System.nanoTime();
        clock.set(minute);
        processes.forEach(process -> process.at(minute));
        while (waiting(ids)) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        var during = work.pace();
        int due = (CLOCKS - 1) / (CLOCKS / DUE) + 1;
        say(
                "| %s | %,d | %.1f | %,.0f | %.2f + %.2f | %s | %s |",
                what,
                due,
                seconds,
                due / seconds,
                (processes.stream().mapToDouble(ClocksProcess::used).sum() - used) / due * 1e3,
                (processor.server() - server) / due * 1e3,
                before,
                during);
        assertThat(happened(what, ids)).as("orders, events").containsExactly(due, due);
    }

    /** Whether a clock is due that nobody has served. */
    private boolean waiting(long[] ids) {
        return jdbc.sql("""
                        select exists (
                            select from orders
                            where district_id = :district and alarm_at <= :now and id between :first and :last)
                        """)
                .param("district", 431271)
                .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .param("first", ids[0])
                .param("last", ids[1])
                .query(Boolean.class)
                .single();
    }

    private List<Integer> happened(String what, long[] ids) {
        return jdbc.sql("""
                        select count(distinct order_id), count(*)
                        from order_event
                        where district_id = :district and action = :what and order_id between :first and :last
                        """)
                .param("district", 431271)
                .param("what", what)
                .param("first", ids[0])
                .param("last", ids[1])
                .query((row, number) -> List.of(row.getInt(1), row.getInt(2)))
                .single();
    }

    private static void say(String line, Object... args) {
        System.out.println(String.format(Locale.ROOT, line, args));
    }
}
