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

/** Tells programs what happens as server-sent events, each on a thread of its own, so that a slow one holds up no other. */
@Component
@ConditionalOnWebApplication
class ServerSentEvents {

    private static final Logger LOG = LoggerFactory.getLogger(ServerSentEvents.class);
    private static final int MAX_STREAMS = 64;
    private static final int BATCH = 200;
    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);
    /** After so many looks at which nothing had happened the stream says where it is, so that a break shows. */
    private static final int EMPTY_POLLS = 30;

    private final EventStream events;
    private final Programs programs;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0, MAX_STREAMS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> new Thread(task, "event-stream"));

    ServerSentEvents(EventStream happenings, Programs programs) {
        this.events = happenings;
        this.programs = programs;
    }

    /** Begins a stream after a place; refused when there are too many already. */
    SseEmitter open(Viewer viewer, Place after) {
        var emitter = new SseEmitter(0L);
        var gone = new AtomicBoolean();
        emitter.onCompletion(() -> gone.set(true));
        emitter.onError(fault -> gone.set(true));
        try {
            threads.execute(() -> run(viewer, after, emitter, gone));
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

    private void run(Viewer viewer, Place after, SseEmitter emitter, AtomicBoolean gone) {
        try {
            emitter.send(SseEmitter.event().id(after.toString()).comment("from here"));
            sendEvents(viewer, after, emitter, gone);
            emitter.complete();
        } catch (IOException | IllegalStateException left) {
            LOG.debug("A program has left its stream", left);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException broken) {
            LOG.error("The stream of {} broke off", viewer.account(), broken);
            emitter.completeWithError(broken);
        }
    }

    private void sendEvents(Viewer viewer, Place after, SseEmitter emitter, AtomicBoolean gone)
            throws IOException, InterruptedException {
        var place = after;
        int quiet = 0;
        while (!gone.get() && programs.valid(Program.idOf(viewer)).isPresent()) {
            var read = events.after(place, viewer, BATCH);
            for (var happening : read.happenings()) {
                var facts = EventFacts.of(happening);
                emitter.send(
                        SseEmitter.event().id(facts.id()).name(facts.action()).data(facts, MediaType.APPLICATION_JSON));
            }
            place = read.next();
            quiet = read.happenings().isEmpty() ? quiet + 1 : 0;
            if (quiet == EMPTY_POLLS) {
                emitter.send(SseEmitter.event().id(place.toString()).comment("nothing new"));
                quiet = 0;
            }
            if (read.happenings().size() < BATCH && stopped.await(POLL_INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }
}
