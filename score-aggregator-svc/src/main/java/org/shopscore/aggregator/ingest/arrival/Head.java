package org.shopscore.aggregator.ingest.arrival;

import java.time.Instant;
import org.shopscore.aggregator.ingest.sequence.Life;

/** What an event's headers say: whose life numbered it, with which number, and when it happened. */
public record Head(Life life, long number, String id, Instant time) {}
