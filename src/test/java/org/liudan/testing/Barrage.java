package org.liudan.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Sends malformed requests and checks each response. Request {@code i} depends on the seed and {@code i} only.
 *
 * @param refusal returns the fault of a refusing response; empty if the response is correct
 */
public record Barrage(int port, long seed, int count, Function<Wire.Answer, String> refusal) {

    private static final int THREADS = 4;
    private static final int ONLY = Integer.getInteger("fuzz.only", -1);
    private static final int LARGE_BODY = 1_000_000;
    private static final int LONG_HEAD = 7_000;
    private static final Pattern UNREADABLE = Pattern.compile("[^\\x21-\\x7e]|[\"<>\\\\^`{|}\\[\\]#]");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]");

    /** A request, sent in UTF-8; {@code cut} is true when the body is broken off. */
    public record Request(String head, String body, boolean cut) {

        /** Returns true when the server may close the connection without a response. */
        boolean fragile() {
            return cut || body.length() > LARGE_BODY || head.length() > LONG_HEAD;
        }

        /** Returns true when the first line or the headers cannot be parsed, so that the server does not know the path. */
        boolean isUnreadable() {
            var address = line().replaceFirst("^\\w+ ", "").replaceFirst(" HTTP/1.1$", "");
            return head.length() > LONG_HEAD
                    || UNREADABLE.matcher(address).find()
                    || CONTROL.matcher(head).find();
        }

        String line() {
            return head.substring(0, head.indexOf("\r\n"));
        }

        String shortLine() {
            return line().length() > 200 ? line().substring(0, 200) + "..." : line();
        }
    }

    /**
     * Reads the properties {@code fuzz.seed} and {@code fuzz.requests}; without a seed, each run has a new one. With
     * {@code fuzz.only}, only the request with that number is sent.
     */
    public static Barrage of(int port, Function<Wire.Answer, String> refusal) {
        return new Barrage(
                port,
                Long.getLong("fuzz.seed", System.nanoTime()),
                Integer.getInteger("fuzz.requests", 10_000),
                refusal);
    }

    /** Sends all requests; returns at most 40 faults, one line each. */
    public List<String> against(String door, BiFunction<Integer, Malformed, Request> requests) throws Exception {
        System.out.printf("%s: -Dfuzz.seed=%d -Dfuzz.requests=%d%n", door, seed, count);
        var began = System.nanoTime();
        var statuses = new ConcurrentLinkedQueue<Integer>();
        var faults = new ConcurrentLinkedQueue<String>();
        var pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> sending = IntStream.range(0, THREADS)
                    .<Future<?>>mapToObj(thread -> pool.submit(() -> {
                        for (int i = thread; i < count; i += THREADS) {
                            if (ONLY >= 0 && i != ONLY) {
                                continue;
                            }
                            statuses.add(send(i, requests.apply(i, new Malformed(seed + 1_000_003L * i)), faults));
                        }
                    }))
                    .toList();
            for (var result : sending) {
                result.get();
            }
        } catch (ExecutionException failure) {
            throw new AssertionError(failure.getCause());
        } finally {
            pool.shutdownNow();
        }
        var counts = new TreeMap<Integer, Integer>();
        statuses.forEach(status -> counts.merge(status, 1, Integer::sum));
        System.out.printf(
                "%s: %d requests in %d s, answered by status (0: connection closed): %s; faults: %d%n",
                door, statuses.size(), (System.nanoTime() - began) / 1_000_000_000, counts, faults.size());
        return faults.stream().limit(40).toList();
    }

    private int send(int number, Request request, Queue<String> faults) {
        try {
            var answer = new Wire(port)
                    .send(
                            request.head().getBytes(StandardCharsets.UTF_8),
                            request.body().getBytes(StandardCharsets.UTF_8),
                            request.cut());
            var fault = fault(request, answer);
            if (ONLY >= 0) {
                System.out.println(request.head() + request.body());
            }
            if (!fault.isEmpty()) {
                faults.add("#%d %s: %s: %d %s"
                        .formatted(number, request.shortLine(), fault, answer.status(), answer.start()));
            }
            return answer.status();
        } catch (IOException unreachable) {
            faults.add("#%d %s: %s".formatted(number, request.shortLine(), unreachable));
            return 0;
        }
    }

    private String fault(Request request, Wire.Answer answer) {
        if (answer.status() == 0) {
            return request.fragile() ? "" : "no answer";
        }
        if (answer.status() >= 500) {
            return "server error";
        }
        if (answer.body().contains("\tat ") || answer.body().contains("java.lang.")) {
            return "a stack trace";
        }
        if (request.isUnreadable()) {
            return answer.status() == 400
                            || answer.status() == 404
                            || answer.body().isBlank()
                    ? ""
                    : refusal.apply(answer);
        }
        return answer.status() >= 400 && !request.head().startsWith("HEAD ") ? refusal.apply(answer) : "";
    }
}
