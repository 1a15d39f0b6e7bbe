package org.liudan.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.liudan.testing.ApiLife;

/** The primary is killed while programs work, and its standby takes over. */
class StandbyFaults {

    private static final int ACTIONS = Integer.getInteger("faults.actions", 1_000);

    @Test
    void what_was_acknowledged_is_on_the_standby_and_the_program_goes_on_with_it() throws Exception {
        var data = Data.fresh();
        var primary = Postgres.fresh(data.folder().resolveSibling("primary"));
        var standby = primary.standby(data.folder().resolveSibling("standby"));
        var url = primary.urlWith(standby);
        int port = ProgramProcess.freePort();
        var program = ProgramProcess.start(port, data.log(), primary.options(data, url))
                .serving();
        try {
            var crowd = new Crowd(ApiLife.tokens(port), List.of(port)).work(8);
            while (crowd.acknowledged() < ACTIONS) {
                crowd.untilMore();
            }
            primary.kill();
            long killed = System.nanoTime();
            long then = crowd.acknowledged();
            // somebody has to notice
            TimeUnit.SECONDS.sleep(5);
            long promoted = System.nanoTime();
            standby.promote();
            crowd.untilMore();
            System.out.printf(
                    "the primary was killed after %d acknowledged; acknowledged again %.1f s later, %.1f s after the standby was promoted; %s%n",
                    then, (System.nanoTime() - killed) / 1e9, (System.nanoTime() - promoted) / 1e9, crowd.told());
            while (crowd.acknowledged() < then + ACTIONS && crowd.wrong().isEmpty()) {
                crowd.untilMore();
            }
            var lives = crowd.finished();
            assertThat(crowd.wrong()).isEmpty();
            assertThat(program.process().isAlive()).isTrue();
            var found = Aftermath.on(standby.url(), "none").of(lives);
            System.out.println(found);
            assertThat(found).startsWith(Aftermath.SOUND);
        } finally {
            program.stop();
            assertThat(ProgramProcess.command(data.log(), primary.options(data, url, "verify")))
                    .isZero();
            standby.stop();
        }
    }
}
