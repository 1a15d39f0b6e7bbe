package org.liudan.jobs;

import java.time.Duration;

/**
 * A kind of work on which one process works at a time.
 *
 * @param name as the table of leases has it
 * @param duration how long a process may work before others take over; it renews the lease if it needs longer
 * @param backoff when failed work is tried again
 */
public record LeaseKind(String name, Duration duration, Backoff backoff) {}
