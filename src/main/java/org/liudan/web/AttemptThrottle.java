package org.liudan.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Slows down whoever tries codes, tokens or passwords: after some wrong ones, usually ten, an address has to wait. */
public class AttemptThrottle {

    public static final int MOST = 10;
    public static final Duration WAIT = Duration.ofMinutes(10);
    private static final int ADDRESSES = 100_000;

    private final Cache<String, AtomicInteger> wrong;
    private final int most;

    public AttemptThrottle(Clock clock) {
        this(clock, MOST);
    }

    /** @param most how many wrong ones an address has before it has to wait */
    protected AttemptThrottle(Clock clock, int most) {
        this.most = most;
        wrong = Caffeine.newBuilder()
                .maximumSize(ADDRESSES)
                .expireAfterWrite(WAIT)
                .ticker(new Onward(clock))
                .build();
    }

    /** Goes as the clock does, but stands for a moment where the clock is put back. */
    private static final class Onward implements Ticker {

        private final Clock clock;
        private long ahead;
        private long last;

        private Onward(Clock clock) {
            this.clock = clock;
        }

        @Override
        public synchronized long read() {
            long now = clock.millis() + ahead;
            if (now < last) {
                ahead += last - now;
                now = last;
            }
            last = now;
            return TimeUnit.MILLISECONDS.toNanos(now);
        }
    }

    public boolean tooMany(String address) {
        var count = wrong.getIfPresent(address);
        return count != null && count.get() >= most;
    }

    public void oneMore(String address) {
        wrong.get(address, unknown -> new AtomicInteger()).incrementAndGet();
    }
}
