package org.shopscore.aggregator.ingest;

import java.util.ArrayList;
import java.util.List;

/** What became of the records of a batch, for counters and alarms once it is committed. */
final class Outcome {

    int applied;
    int duplicates;
    int heartbeats;
    final List<Arrival.Poison> quarantined = new ArrayList<>();
    final List<Head> clashes = new ArrayList<>();
    final List<Life> newLives = new ArrayList<>();
}
