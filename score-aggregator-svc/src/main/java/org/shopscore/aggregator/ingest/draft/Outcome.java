package org.shopscore.aggregator.ingest.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.ingest.arrival.Arrival;
import org.shopscore.aggregator.ingest.arrival.Head;
import org.shopscore.aggregator.ingest.arrival.Reason;
import org.shopscore.aggregator.ingest.sequence.Life;

/** What became of the records of a batch, for counters and alarms once it is committed. */
public final class Outcome {

    private static final Logger LOG = Logger.getLogger(Outcome.class);

    public int applied;
    public int duplicates;
    public int heartbeats;
    public final List<Arrival.Poison> quarantined = new ArrayList<>();
    public final List<Head> clashes = new ArrayList<>();

    /** One line for each kind of thing, with its first case. */
    public void report(List<Life> begun) {
        clashes.stream()
                .limit(1)
                .forEach(head -> LOG.errorf(
                        "Numbers came with another event: times=%d source=%s incarnation=%s number=%d id=%s",
                        clashes.size(), head.life().source(), head.life().incarnation(), head.number(), head.id()));
        begun.forEach(life -> LOG.warnf(
                "A source goes on in another life of its database, reconcile it: source=%s incarnation=%s",
                life.source(), life.incarnation()));
        Map<Reason, List<Arrival.Poison>> byReason = new LinkedHashMap<>();
        quarantined.forEach(poison -> byReason.computeIfAbsent(poison.reason(), _ -> new ArrayList<>())
                .add(poison));
        byReason.forEach((reason, poisons) -> LOG.warnf(
                "Set aside: reason=%s records=%d partition=%d offset=%d detail=%s",
                reason.code(),
                poisons.size(),
                poisons.getFirst().record().partition(),
                poisons.getFirst().record().offset(),
                poisons.getFirst().detail()));
    }
}
