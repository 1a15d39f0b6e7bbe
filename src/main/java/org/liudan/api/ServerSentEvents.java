package org.liudan.api;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.liudan.identity.Viewer;
import org.liudan.orders.stream.EventStream;
import org.liudan.orders.stream.StreamedEvent.Place;
import org.liudan.programs.Program;
import org.liudan.programs.Programs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Sends events to programs as server-sent events. Each stream has its own thread, so a slow program does not block others. */
@Component
@ConditionalOnWebApplication
class ServerSentEvents {

    private static final Logger LOG = LoggerFactory.getLogger(ServerSentEvents.class);
    private static final int MAX_STREAMS = 64;
    private static final int BATCH = 200;
    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);
    /** After this many polls without an event, the stream sends its position, so that a broken connection is noticed. */
    private static final int MAX_EMPTY_POLLS = 30;

    private final EventStream events;
    private final Programs programs;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0, MAX_STREAMS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> new Thread(task, "event-stream"));

    ServerSentEvents(EventStream events, Programs programs) {
        this.events = events;
        this.programs = programs;
    }

    /**
     * Opens a stream that begins after a position.
     *
     * @throws ApiRefusal 429 if too many streams are open
     */
    SseEmitter open(Viewer viewer, Place after) {
        var emitter = new SseEmitter(0L);
        var disconnected = new AtomicBoolean();
        emitter.onCompletion(() -> disconnected.set(true));
        emitter.onError(fault -> disconnected.set(true));
        try {
            threads.execute(() -> run(viewer, after, emitter, disconnected));
        } catch (RejectedExecutionException full) {
            throw ApiRefusal.of(429);
        }
        return emitter;
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopped.countDown();
    }

    @PreDestroy
    void end() {
        stopped.countDown();
        threads.shutdown();
    }

    private void run(Viewer viewer, Place after, SseEmitter emitter, AtomicBoolean disconnected) {
        try {
            emitter.send(SseEmitter.event().id(after.toString()).comment("from here"));
            sendEvents(viewer, after, emitter, disconnected);
            emitter.complete();
        } catch (IOException | IllegalStateException disconnect) {
            LOG.debug("A program has closed its stream", disconnect);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException broken) {
            LOG.error("The stream of {} broke off", viewer.account(), broken);
            emitter.completeWithError(broken);
        }
    }

    private void sendEvents(Viewer viewer, Place after, SseEmitter emitter, AtomicBoolean disconnected)
            throws IOException, InterruptedException {
        var place = after;
        int emptyPolls = 0;
        while (!disconnected.get() && programs.findValid(Program.idOf(viewer)).isPresent()) {
            var read = events.after(place, viewer, BATCH);
            for (var event : read.happenings()) {
                var facts = EventFacts.of(event);
                emitter.send(
                        SseEmitter.event().id(facts.id()).name(facts.action()).data(facts, MediaType.APPLICATION_JSON));
            }
            place = read.next();
            emptyPolls = read.happenings().isEmpty() ? emptyPolls + 1 : 0;
            if (emptyPolls == MAX_EMPTY_POLLS) {
                emitter.send(SseEmitter.event().id(place.toString()).comment("nothing new"));
                emptyPolls = 0;
            }
            if (read.happenings().size() < BATCH && stopped.await(POLL_INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }
}
