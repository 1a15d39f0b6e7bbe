package org.liudan.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.liudan.testing.ApiLife;
import org.liudan.testing.Browser;

/** The clock of the machine jumps while programs work: an hour ahead, back, an hour back, a week ahead and back. */
class ClockFaults {

    private static final int HOUR = 3600;
    private static final List<Integer> JUMPS = List.of(HOUR, 0, -HOUR, 0, 7 * 24 * HOUR, 0, HOUR, 0);
    private static final String BACKWARDS = """
            select count(*)
            from order_event before
            join order_event after
                on after.district_id = before.district_id and after.order_id = before.order_id
                and after.number = before.number + 1
            where after.at < before.at
            """;

    @Test
    void whatever_the_clock_does_time_never_runs_backwards_and_deadlines_ring_once() throws Exception {
        var data = Data.fresh();
        var clock = Files.writeString(data.folder().resolveSibling("clock"), "0");
        int port = ProgramProcess.freePort();
        var program = ProgramProcess.start(
                        Shifted.class,
                        port,
                        data.log(),
                        data.option(),
                        "-Dfaults.clock=" + clock,
                        "--liudan.webhooks.private-addresses=true")
                .serving();
        try (var listener = Listener.open()) {
            var tokens = ApiLife.tokens(port);
            var ask = new Ask(port, tokens.get(ApiLife.CLERK));
            assertThat(ask.listen(listener.url()).statusCode()).isEqualTo(201);
            var signedIn = new Browser(port).as("street");
            var crowd = new Crowd(tokens, List.of(port)).work(4);
            for (int jump : JUMPS) {
                crowd.untilMore();
                assertThat(ask.raise("zh").statusCode())
                        .as("an order that stays open")
                        .isEqualTo(201);
                Files.writeString(clock, String.valueOf(jump));
                TimeUnit.SECONDS.sleep(6);
                crowd.untilMore();
                assertThat(signedIn.get("/desk").status()).as("still signed in").isEqualTo(200);
                new Browser(port).as("street");
                System.out.printf(
                        "clock at %+d s: %s; webhook: %d%n",
                        jump, crowd.told(), listener.told().size());
            }
            var lives = crowd.finished();
            assertThat(crowd.wrong()).isEmpty();
            var aftermath = Aftermath.on(data.url(), data.password());
            long all = aftermath.count("select count(*) from order_event where request like 'program%'");
            for (int tries = 0; tries < 900 && listener.told().size() < all; tries++) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            var found = aftermath.of(lives);
            System.out.printf(
                    "%s; %d events by the clock, %d twice, %d before the one before them; webhook: %d of %d events, %d twice%n",
                    found,
                    aftermath.rung(),
                    aftermath.rungTwice(),
                    aftermath.count(BACKWARDS),
                    listener.told().size(),
                    all,
                    listener.twice());
            assertThat(aftermath.missing(lives)).isZero();
            assertThat(aftermath.rung()).isPositive();
            assertThat(aftermath.rungTwice()).isZero();
            assertThat(aftermath.count(BACKWARDS)).isZero();
            assertThat((long) listener.told().size()).isGreaterThanOrEqualTo(all);
            assertThat(listener.twice()).isZero();
        } finally {
            program.stop();
        }
        assertThat(ProgramProcess.command(data.log(), "verify", data.option())).isZero();
    }
}
