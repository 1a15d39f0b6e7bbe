package org.liudan.jobs;

import java.util.UUID;

/**
 * The right to work on something alone, until it ends or is given back.
 *
 * @param key what is worked on
 * @param holder names this lease; another process that takes over has another one
 * @param failures how often this work has failed in a row so far
 */
public record Lease(LeaseKind kind, String key, UUID holder, int failures) {}
