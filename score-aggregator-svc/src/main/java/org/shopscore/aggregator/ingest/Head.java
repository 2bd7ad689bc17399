package org.shopscore.aggregator.ingest;

import java.time.Instant;

/** What an event's headers say: whose life numbered it, with which number, and when it happened. */
record Head(Life life, long number, String id, Instant time) {}
