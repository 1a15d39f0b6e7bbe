package org.liudan.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Limits guessing of codes, tokens and passwords: after a number of failures, usually ten, an address has to wait. */
public class AttemptThrottle {

    /** How many failures an address may have, unless a subclass says otherwise. */
    public static final int LIMIT = 10;
    /** Failures are forgotten this long after the first one. */
    public static final Duration WAIT = Duration.ofMinutes(10);

    private static final int MAX_ADDRESSES = 100_000;

    private final Cache<String, AtomicInteger> failures;
    private final int limit;

    public AttemptThrottle(Clock clock) {
        this(clock, LIMIT);
    }

    /** @param limit how many failures an address may have before it has to wait */
    protected AttemptThrottle(Clock clock, int limit) {
        this.limit = limit;
        failures = Caffeine.newBuilder()
                .maximumSize(MAX_ADDRESSES)
                .expireAfterWrite(WAIT)
                .ticker(new MonotonicTicker(clock))
                .build();
    }

    /** Follows the clock, but never goes back: when the clock is set back, it continues from the last reading. */
    private static final class MonotonicTicker implements Ticker {

        private final Clock clock;
        private long correction;
        private long last;

        private MonotonicTicker(Clock clock) {
            this.clock = clock;
        }

        @Override
        public synchronized long read() {
            long now = clock.millis() + correction;
            if (now < last) {
                correction += last - now;
                now = last;
            }
            last = now;
            return TimeUnit.MILLISECONDS.toNanos(now);
        }
    }

    /** True if the address has reached the limit and has to wait. */
    public boolean tooMany(String address) {
        var count = failures.getIfPresent(address);
        return count != null && count.get() >= limit;
    }

    /** Counts a failure of an address. */
    public void oneMore(String address) {
        failures.get(address, newAddress -> new AtomicInteger()).incrementAndGet();
    }
}
