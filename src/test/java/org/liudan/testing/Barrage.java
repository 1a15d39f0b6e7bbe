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
 * Sends one malformed request after the other and looks at each answer. Request {@code i} follows from the seed and
 * {@code i} alone.
 *
 * @param refusal why an answer that refuses is not a good one; empty if it is
 */
public record Barrage(int port, long seed, int count, Function<Wire.Answer, String> refusal) {

    private static final int AT_ONCE = 4;
    private static final int ONLY = Integer.getInteger("fuzz.only", -1);
    private static final int LARGE = 1_000_000;
    private static final int LONG = 7_000;
    private static final Pattern UNREADABLE = Pattern.compile("[^\\x21-\\x7e]|[\"<>\\\\^`{|}\\[\\]#]");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]");

    /** A request, to be sent in UTF-8. */
    public record Request(String head, String body, boolean cut) {

        boolean fragile() {
            return cut || body.length() > LARGE || head.length() > LONG;
        }

        /** Whether its first line or its headers can't be read, so that nobody knows what it is addressed to. */
        boolean addressedToNobody() {
            var address = line().replaceFirst("^\\w+ ", "").replaceFirst(" HTTP/1.1$", "");
            return head.length() > LONG
                    || UNREADABLE.matcher(address).find()
                    || CONTROL.matcher(head).find();
        }

        String line() {
            return head.substring(0, head.indexOf("\r\n"));
        }

        String told() {
            return line().length() > 200 ? line().substring(0, 200) + "..." : line();
        }
    }

    /**
     * As the properties {@code fuzz.seed} and {@code fuzz.requests} say; otherwise with a new seed each time. With
     * {@code fuzz.only} one of them is sent.
     */
    public static Barrage of(int port, Function<Wire.Answer, String> refusal) {
        return new Barrage(
                port,
                Long.getLong("fuzz.seed", System.nanoTime()),
                Integer.getInteger("fuzz.requests", 10_000),
                refusal);
    }

    /** Sends them all. Answers what was wrong, one line for each kind. */
    public List<String> against(String door, BiFunction<Integer, Malformed, Request> making) throws Exception {
        System.out.printf("%s: -Dfuzz.seed=%d -Dfuzz.requests=%d%n", door, seed, count);
        var began = System.nanoTime();
        var statuses = new ConcurrentLinkedQueue<Integer>();
        var wrong = new ConcurrentLinkedQueue<String>();
        var pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> sending = IntStream.range(0, AT_ONCE)
                    .<Future<?>>mapToObj(thread -> pool.submit(() -> {
                        for (int i = thread; i < count; i += AT_ONCE) {
                            if (ONLY >= 0 && i != ONLY) {
                                continue;
                            }
                            statuses.add(send(i, making.apply(i, new Malformed(seed + 1_000_003L * i)), wrong));
                        }
                    }))
                    .toList();
            for (var one : sending) {
                one.get();
            }
        } catch (ExecutionException broken) {
            throw new AssertionError(broken.getCause());
        } finally {
            pool.shutdownNow();
        }
        var counts = new TreeMap<Integer, Integer>();
        statuses.forEach(status -> counts.merge(status, 1, Integer::sum));
        System.out.printf(
                "%s: %d requests in %d s, answered by status (0: connection closed): %s; wrong: %d%n",
                door, statuses.size(), (System.nanoTime() - began) / 1_000_000_000, counts, wrong.size());
        return wrong.stream().limit(40).toList();
    }

    private int send(int number, Request request, Queue<String> wrong) {
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
                wrong.add(
                        "#%d %s: %s: %d %s".formatted(number, request.told(), fault, answer.status(), answer.start()));
            }
            return answer.status();
        } catch (IOException unreachable) {
            wrong.add("#%d %s: %s".formatted(number, request.told(), unreachable));
            return 0;
        }
    }

    private String fault(Request request, Wire.Answer answer) {
        if (answer.status() == 0) {
            return request.fragile() ? "" : "no answer";
        }
        if (answer.status() >= 500) {
            return "our fault";
        }
        if (answer.body().contains("\tat ") || answer.body().contains("java.lang.")) {
            return "a stack trace";
        }
        if (request.addressedToNobody()) {
            return answer.status() == 400
                            || answer.status() == 404
                            || answer.body().isBlank()
                    ? ""
                    : refusal.apply(answer);
        }
        return answer.status() >= 400 && !request.head().startsWith("HEAD ") ? refusal.apply(answer) : "";
    }
}
