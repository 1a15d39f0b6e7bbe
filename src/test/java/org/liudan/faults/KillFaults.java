package org.liudan.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.liudan.testing.ApiLife;

/**
 * Kills the program, its PostgreSQL or both at any moment, again and again, while programs work through the API. Run with
 * {@code ./mvnw -Pfaults verify -Dtest=KillFaults}; {@code -Dfaults.rounds} says how often, {@code -Dfaults.actions} how much
 * has to be done meanwhile.
 */
class KillFaults {

    private static final int ROUNDS = Integer.getInteger("faults.rounds", 6);
    private static final int ACTIONS = Integer.getInteger("faults.actions", 3_000);
    private static final int CLIENTS = 16;
    private static final List<String> WHAT = List.of("the program", "PostgreSQL", "both");

    /** Every so many times it is killed again while it starts. */
    private static final int EARLY = 4;

    private final Random lots = new Random();

    private static void until(long actions, Crowd crowd) throws Exception {
        while (crowd.acknowledged() < actions && crowd.wrong().isEmpty()) {
            crowd.untilMore();
        }
    }

    @Test
    void what_was_acknowledged_is_there_once_whatever_is_killed() throws Exception {
        var data = Data.fresh();
        int port = ProgramProcess.freePort();
        var program = ProgramProcess.start(port, data.log(), data.option()).serving();
        var crowd = new Crowd(ApiLife.tokens(port), List.of(port)).work(CLIENTS);
        try {
            for (int round = 1; round <= ROUNDS; round++) {
                until((long) ACTIONS * (round - 1) / ROUNDS, crowd);
                crowd.untilMore();
                TimeUnit.MILLISECONDS.sleep(200L + lots.nextInt(3_000));
                var what = WHAT.get((round - 1) % WHAT.size());
                if (!what.equals("the program")) {
                    assertThat(data.killDatabase())
                            .as("there was a PostgreSQL to kill")
                            .isTrue();
                }
                if (!what.equals("PostgreSQL")) {
                    program.kill();
                    program = ProgramProcess.start(port, data.log(), data.option());
                    if (round % EARLY == 0) {
                        TimeUnit.MILLISECONDS.sleep(500L + lots.nextInt(8_000));
                        program.kill();
                        program = ProgramProcess.start(port, data.log(), data.option());
                    }
                }
                long killed = System.nanoTime();
                data.awaitDatabase();
                crowd.untilMore();
                System.out.printf(
                        "kill %d, %s: acknowledged again after %.1f s; %s%n",
                        round, what, (System.nanoTime() - killed) / 1e9, crowd.told());
                assertThat(crowd.wrong()).isEmpty();
                assertThat(program.process().isAlive()).isTrue();
            }
            until(ACTIONS, crowd);
            var lives = crowd.finished();
            assertThat(crowd.wrong()).isEmpty();
            var found = Aftermath.on(data.url(), data.password()).of(lives);
            System.out.println(found);
            assertThat(found).startsWith(Aftermath.SOUND);
        } finally {
            crowd.finished();
            program.stop();
        }
        assertThat(ProgramProcess.command(data.log(), "verify", data.option()))
                .as("see " + data.log())
                .isZero();
    }
}
