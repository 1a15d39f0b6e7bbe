package org.liudan.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liudan.testing.ApiLife;
import org.liudan.testing.Browser;

/** Three processes on one database: one district to whoever works with them, also while they are renewed one by one. */
class ProcessesFaults {

    private static final int ACTIONS = Integer.getInteger("faults.actions", 3_000);
    private static final int DAYS = 5 * 24 * 3600;

    private final List<ProgramProcess> programs = new ArrayList<>();
    private Data data;
    private Path clock;
    private Postgres database;
    private Map<String, String> tokens;

    @BeforeEach
    void three_processes() throws Exception {
        data = Data.fresh();
        clock = Files.writeString(data.folder().resolveSibling("clock"), "0");
        database = Postgres.fresh(data.folder().resolveSibling("postgres"));
        for (int one = 0; one < 3; one++) {
            programs.add(start(ProgramProcess.freePort()).serving());
        }
        tokens = ApiLife.tokens(programs.get(0).port());
    }

    @AfterEach
    void stopped() throws Exception {
        for (var program : programs) {
            program.stop();
        }
        database.stop();
    }

    @Test
    void three_are_one_and_are_renewed_one_by_one_under_load() throws Exception {
        try (var listener = Listener.open()) {
            listen(listener);
            sessionsAreValidOnAll();
            whatOneDoesTheOthersKnow();
            rulesReachAllOfThem();
            var crowd = new Crowd(tokens, ports()).work(8);
            try {
                for (int one = 0; one < programs.size(); one++) {
                    crowd.untilMore();
                    long began = System.nanoTime();
                    assertThat(programs.get(one).stop()).as("ended as asked").isEqualTo(143);
                    programs.set(one, start(programs.get(one).port()).serving());
                    System.out.printf(
                            "process %d renewed in %.1f s; %s%n",
                            one + 1, (System.nanoTime() - began) / 1e9, crowd.told());
                }
                while (crowd.acknowledged() < ACTIONS && crowd.wrong().isEmpty()) {
                    crowd.untilMore();
                }
            } finally {
                crowd.finished();
            }
            assertThat(crowd.wrong()).isEmpty();
            var found = Aftermath.on(database.url(), "none").of(crowd.finished());
            System.out.println(found);
            assertThat(found).startsWith(Aftermath.SOUND);
            clocksRingOnce();
            webhooksAreToldOnce(listener);
        }
        assertThat(ProgramProcess.command(data.log(), database.options(data, database.url(), "verify")))
                .as("verify; see " + data.log())
                .isZero();
    }

    private void sessionsAreValidOnAll() {
        var browser = new Browser(programs.get(0).port()).as("street");
        for (var program : programs) {
            assertThat(browser.on(program.port()).get("/desk").status()).isEqualTo(200);
        }
        browser.on(programs.get(1).port()).post("/sign-out");
        for (var program : programs) {
            assertThat(browser.on(program.port()).get("/desk").toSignIn()).isTrue();
        }
    }

    /** Each action through another process than the one before, so that each has remembered an older state. */
    private void whatOneDoesTheOthersKnow() throws Exception {
        for (int life = 0; life < 20; life++) {
            var raised = post(life % 3, "/api/v1/orders", ApiLife.CLERK, ApiLife.REGISTER);
            var place = raised.headers().firstValue("Location").orElseThrow();
            int turn = life;
            for (var call : ApiLife.THEN) {
                turn++;
                var done = post(turn % 3, place + "/actions/" + call.action(), call.seat(), call.answers());
                assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
                for (int other = 0; other < 3; other++) {
                    assertThat(get(other, place, call.seat()).body()).isEqualTo(done.body());
                }
            }
        }
    }

    private void rulesReachAllOfThem() throws Exception {
        var text = Files.readString(Path.of("rulebook/methods/stuck.yaml"));
        var administrator = new Browser(programs.get(1).port()).as("administrator");
        var answer = administrator.post(
                "/admin/rulebook/versions", "_over", "1", "_text", text.replaceFirst("\\n", "\n# of this district\n"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(302);
        long began = System.nanoTime();
        for (int other = 0; other < 3; other++) {
            while (!get(other, "/api/v1/methods", ApiLife.CLERK).body().contains("\"id\":\"stuck\",\"version\":2")) {
                assertThat(System.nanoTime() - began).isLessThan(TimeUnit.SECONDS.toNanos(30));
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
        System.out.printf(
                "rules published through one are in force in all after %.1f s%n", (System.nanoTime() - began) / 1e9);
    }

    /** A week passes at once for all three. */
    private void clocksRingOnce() throws Exception {
        for (int order = 0; order < 200; order++) {
            post(order % 3, "/api/v1/orders", ApiLife.CLERK, ApiLife.REGISTER);
        }
        Files.writeString(clock, String.valueOf(DAYS));
        var aftermath = Aftermath.on(database.url(), "none");
        for (int tries = 0; tries < 600 && aftermath.due(DAYS) > 0; tries++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(aftermath.due(DAYS)).as("clocks due and not rung").isZero();
        long rung = aftermath.rung();
        long twice = aftermath.rungTwice();
        System.out.printf("a week passed: %d events by the clock, %d of them twice%n", rung, twice);
        assertThat(rung).isPositive();
        assertThat(twice).isZero();
    }

    private void webhooksAreToldOnce(Listener listener) throws Exception {
        long all = Aftermath.on(database.url(), "none")
                .count("select count(*) from order_event where request like 'program%'");
        for (int tries = 0; tries < 6_000 && listener.told().size() < all; tries++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        System.out.printf(
                "webhook: %d events told of %d actions, %d twice%n",
                listener.told().size(), all, listener.twice());
        assertThat((long) listener.told().size()).isGreaterThanOrEqualTo(all);
        // whoever was telling when the week passed may have told one that the next tells again
        assertThat(listener.twice()).isLessThan(programs.size());
    }

    private void listen(Listener listener) throws Exception {
        var made = ask(0, ApiLife.CLERK).listen(listener.url());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    }

    private ProgramProcess start(int port) throws IOException {
        return ProgramProcess.start(
                Shifted.class, port, data.log(), database.options(data, database.url(), "-Dfaults.clock=" + clock));
    }

    private List<Integer> ports() {
        return programs.stream().map(ProgramProcess::port).toList();
    }

    private HttpResponse<String> post(int program, String path, String seat, String json) throws Exception {
        return ask(program, seat).post(path, json, "zh");
    }

    private HttpResponse<String> get(int program, String path, String seat) throws Exception {
        return ask(program, seat).get(path, "zh");
    }

    private Ask ask(int program, String seat) {
        return new Ask(programs.get(program).port(), tokens.get(seat));
    }
}
