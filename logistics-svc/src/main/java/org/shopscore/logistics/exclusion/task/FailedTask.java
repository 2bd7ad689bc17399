package org.shopscore.logistics.exclusion.task;

import java.time.Instant;

/**
 * An order that cannot be looked at.
 *
 * @param attempts by itself alone, so far
 * @param dueAt    when it is tried again
 */
public record FailedTask(String orderKey, int attempts, Instant dueAt, String reason) {}
