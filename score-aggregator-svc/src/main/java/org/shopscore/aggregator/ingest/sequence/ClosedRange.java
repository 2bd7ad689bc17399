package org.shopscore.aggregator.ingest.sequence;

import java.time.Instant;

/**
 * Numbers that were a hole and are no longer, both ends included.
 *
 * @param by the event that closed it
 */
public record ClosedRange(long from, long to, Hole.Why why, Instant openedAt, Instant closedAt, String by) {}
