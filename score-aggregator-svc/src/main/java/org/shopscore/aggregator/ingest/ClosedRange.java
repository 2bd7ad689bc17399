package org.shopscore.aggregator.ingest;

import java.time.Instant;

/**
 * Numbers that were a hole and are no longer, both ends included.
 *
 * @param by the event that closed it
 */
record ClosedRange(long from, long to, Hole.Why why, Instant openedAt, Instant closedAt, String by) {}
