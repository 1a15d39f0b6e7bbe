package org.liudan.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * Programs that work all at once through the API. Each remembers what was acknowledged; where no answer came, or one that says
 * later, it asks again with the same key, of whichever process is next.
 */
final class Crowd {

    private static final Pattern NUMBER = Pattern.compile("\"number\":\"([^\"]+)\"");
    private static final int GIVE_UP = 1_500;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<String, String> tokens;
    private final List<Integer> ports;
    private final Queue<Life> lives = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();

    /** @param ports of the processes, asked in turn */
    Crowd(Map<String, String> tokens, List<Integer> ports) {
        this.tokens = tokens;
        this.ports = ports;
    }

    Crowd work(int clients) {
        for (int client = 0; client < clients; client++) {
            var thread = new Thread(this::live, "client-" + client);
            threads.add(thread);
            thread.start();
        }
        return this;
    }

    /** How many actions were acknowledged so far. */
    long acknowledged() {
        return acknowledged.get();
    }

    /** Waits until something more is acknowledged; answers after how many milliseconds. */
    long untilMore() throws InterruptedException {
        long before = acknowledged();
        long began = System.nanoTime();
        while (acknowledged() == before) {
            if (System.nanoTime() - began > TimeUnit.SECONDS.toNanos(180)) {
                throw new AssertionError("Nothing was acknowledged for three minutes; " + wrong);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    /** Has everybody bring what they began to its end; answers everything that was acknowledged. */
    Collection<Life> finished() throws InterruptedException {
        over.set(true);
        for (var thread : threads) {
            thread.join();
        }
        return lives;
    }

    /** Answers that neither acknowledged nor said later. */
    Collection<String> wrong() {
        return wrong;
    }

    /** How it went, for the printed line. */
    String told() {
        return "%d acknowledged, asked again: %d without an answer, %d told to come back"
                .formatted(acknowledged.get(), unanswered.get(), refused.get());
    }

    private void live() {
        try {
            while (!over.get() && wrong.isEmpty()) {
                var life = new Life();
                lives.add(life);
                String number = "";
                for (var call = life.next(); call.isPresent(); call = life.next()) {
                    var key = UUID.randomUUID().toString();
                    var token = tokens.get(call.get().seat());
                    number = done(
                            life.address(number, call.get()),
                            token,
                            key,
                            call.get().answers());
                    life.acknowledged(key, number);
                    acknowledged.incrementAndGet();
                }
            }
        } catch (InterruptedException | RuntimeException broken) {
            wrong.add(String.valueOf(broken));
        }
    }

    /** Asks until it is acknowledged; answers the number of the order. */
    private String done(String path, String token, String key, String json) throws InterruptedException {
        for (int tries = 0; tries < GIVE_UP; tries++) {
            int port = ports.get(Math.floorMod(turn.getAndIncrement(), ports.size()));
            try {
                var answer = http.send(request(port, path, token, key, json), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 200 || answer.statusCode() == 201) {
                    var number = NUMBER.matcher(answer.body());
                    if (number.find()) {
                        return number.group(1);
                    }
                }
                if (answer.statusCode() != 503 && answer.statusCode() != 429) {
                    throw new IllegalStateException(path + " " + answer.statusCode() + " " + answer.body());
                }
                refused.incrementAndGet();
            } catch (IOException nobody) {
                unanswered.incrementAndGet();
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new IllegalStateException(path + " was given up");
    }

    private static HttpRequest request(int port, String path, String token, String key, String json) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
    }
}
