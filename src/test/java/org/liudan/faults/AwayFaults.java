package org.liudan.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.testing.ApiLife;

/** A database that the program does not look after stands still or is stopped for a while; {@code -Dfaults.seconds} says for how long. */
class AwayFaults {

    private static final int SECONDS = Integer.getInteger("faults.seconds", 20);
    private static final int CLIENTS = 8;
    private static final String CHINESE = "系统暂时不能用";
    private static final String ENGLISH = "The system is not available right now";

    private interface Deed {
        void run() throws Exception;
    }

    private Data data;
    private Postgres database;
    private ProgramProcess program;
    private Crowd crowd;
    private Ask ask;

    @BeforeEach
    void working() throws Exception {
        data = Data.fresh();
        database = Postgres.fresh(data.folder().resolveSibling("postgres"));
        int port = ProgramProcess.freePort();
        program = ProgramProcess.start(port, data.log(), database.options(data, database.url(), "--liudan.silence=8"))
                .serving();
        var tokens = ApiLife.tokens(port);
        ask = new Ask(port, tokens.get(ApiLife.CLERK));
        crowd = new Crowd(tokens, List.of(port)).work(CLIENTS);
        crowd.untilMore();
    }

    @AfterEach
    void ended() throws Exception {
        program.stop();
        database.stop();
    }

    @Test
    void a_database_that_stands_still_or_is_stopped_is_waited_for() throws Exception {
        away("stood still", database::freeze, database::thaw);
        away("was stopped", database::stop, database::startAgain);
        var lives = crowd.finished();
        assertThat(crowd.wrong()).isEmpty();
        var found = Aftermath.on(database.url(), "none").of(lives);
        System.out.println(found);
        assertThat(found).startsWith(Aftermath.SOUND);
        assertThat(ProgramProcess.command(data.log(), database.options(data, database.url(), "verify")))
                .isZero();
    }

    private void away(String how, Deed gone, Deed back) throws Exception {
        gone.run();
        // who has asked already waits as long as the settings say, whoever comes later is answered at once
        ask.raise("zh");
        TimeUnit.SECONDS.sleep(5);
        long began = System.nanoTime();
        int refused = 0;
        long longest = 0;
        try {
            while (System.nanoTime() - began < TimeUnit.SECONDS.toNanos(SECONDS)) {
                ask.staticPagesGoOn();
                long asked = System.nanoTime();
                ask.refusedClearly(CHINESE, ENGLISH);
                longest = Math.max(longest, System.nanoTime() - asked);
                refused++;
                TimeUnit.SECONDS.sleep(1);
            }
        } finally {
            back.run();
        }
        long again = System.nanoTime();
        while (ask.raise("zh").statusCode() != 201) {
            assertThat(System.nanoTime() - again).isLessThan(TimeUnit.SECONDS.toNanos(60));
            TimeUnit.MILLISECONDS.sleep(100);
        }
        System.out.printf(
                "the database %s for %d s: looked at %d times, always refused clearly, within %.1f s at most; back after %.1f s; %s%n",
                how, SECONDS, refused, longest / 1e9, (System.nanoTime() - again) / 1e9, crowd.told());
        assertThat(program.process().isAlive()).isTrue();
    }
}
