package org.liudan.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.liudan.Liudan;
import org.liudan.orders.OrderDesk;
import org.liudan.orders.Outcome;
import org.liudan.orders.Verification;
import org.liudan.people.Directories;
import org.liudan.testing.Lifecycles;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The program as a process of its own that is to be killed: starts on a data folder, checks what its predecessors were
 * acknowledged, and works until it is killed. Arguments: the data folder, the predecessors' lines, {@code work} or
 * {@code check}.
 */
final class Victim {

    private static final int WORKERS = 8;

    private static final String EVIDENCE = """
            insert into order_file (district_id, order_id, id, name, type, bytes, content, stored_at)
            values (:district, :order, :id, 'photo.txt', 'text/plain', 5, convert_to('photo', 'UTF8'), now())
            """;

    private final OrderDesk desk;
    private final JdbcClient jdbc;
    private final int district;

    private Victim(OrderDesk desk, JdbcClient jdbc, int district) {
        this.desk = desk;
        this.jdbc = jdbc;
        this.district = district;
    }

    public static void main(String[] args) throws IOException {
        var context = SpringApplication.run(
                Liudan.class,
                "--liudan.data=" + args[0],
                "--server.port=0",
                "--liudan.demo=true",
                "--liudan.demo.orders=0",
                "--liudan.demo.messages=none",
                "--liudan.deadlines.enabled=true",
                "--logging.level.org.liudan=warn");
        var victim = new Victim(
                context.getBean(OrderDesk.class),
                context.getBean(JdbcClient.class),
                context.getBean(Directories.class).district());
        var lines = Files.readAllLines(Path.of(args[1])).stream()
                .flatMap(line -> Line.parse(line).stream())
                .toList();
        say(new Aftermath(victim.jdbc, context.getBean(Verification.class), victim::repeat).of(lines));
        if (args[2].equals("check")) {
            context.close();
            return;
        }
        for (int worker = 0; worker < WORKERS; worker++) {
            new Thread(victim::work, "worker-" + worker).start();
        }
    }

    private void work() {
        while (true) {
            long order = desk.nextId();
            jdbc.sql(EVIDENCE)
                    .param("district", district)
                    .param("order", order)
                    .param("id", Lifecycles.FILE)
                    .update();
            for (int stage = 0; stage <= Lifecycles.THEN.size(); stage++) {
                var before = new Line(false, order, 0, stage, UUID.randomUUID().toString());
                say(before.toString());
                say(repeat(before).toString());
            }
        }
    }

    /** Does what the line says, again if it was done before. */
    private Line repeat(Line line) {
        var outcome = line.stage() == 0
                ? desk.raise("six-orders", line.order(), Lifecycles.RAISE, line.request())
                : desk.perform(line.order(), Lifecycles.THEN.get(line.stage() - 1), line.request());
        if (outcome instanceof Outcome.Refused refused) {
            throw new IllegalStateException(line + " was refused: " + refused.reasons());
        }
        var order = ((Outcome.Done) outcome).order();
        return new Line(true, order.id(), order.events(), line.stage(), line.request());
    }

    private static void say(String line) {
        synchronized (System.out) {
            System.out.println(line);
            System.out.flush();
        }
    }
}
