package org.shopscore.aggregator.ingest.arrival;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.shopscore.aggregator.ingest.scan.EventDays;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.Days;
import org.shopscore.aggregator.tile.MeasureIds;
import org.shopscore.aggregator.tile.MeasureIds.Measure;
import org.shopscore.metric.Change;
import org.shopscore.metric.Measures;
import org.shopscore.metric.MetricEvent;

/** What one event adds to the tiles of its shop, or why its measures cannot be taken. Pure. */
public final class EventAmounts {

    private final EventDays days;
    private Optional<Arrival.Poison> refused = Optional.empty();

    public EventAmounts(Arrival.Fact fact, MeasureIds ids) {
        switch (fact.content()) {
            case Arrival.Scanned(EventDays scanned) -> days = scanned;
            case Arrival.Told(MetricEvent event) -> {
                days = new EventDays();
                for (Change change : event.changes()) {
                    var amounts = days.on(Days.of(change.anchoredAt()));
                    change.measures().forEach((name, amount) -> add(fact, ids, amounts, name, amount));
                }
            }
        }
    }

    private void add(Arrival.Fact fact, MeasureIds ids, Amounts amounts, String name, long amount) {
        String source = fact.head().life().source();
        if (!mayCount(source, name)) {
            refused = Optional.of(fact.poison(Reason.WRONG_OWNER, name + " is not counted by " + source));
            return;
        }
        ids.named(name)
                .ifPresentOrElse(
                        measure -> {
                            if (measure.source().equals(source)) {
                                amounts.add(measure.id(), amount);
                            } else {
                                refused = Optional.of(
                                        fact.poison(Reason.WRONG_OWNER, name + " is counted by " + measure.source()));
                            }
                        },
                        () -> refused =
                                Optional.of(fact.poison(Reason.TOO_MANY_MEASURES, name + " is one measure too many")));
    }

    /** Whether the contract leaves the measure to the source. */
    public static boolean mayCount(String source, String name) {
        return Measures.ownerOf(name).map(source::equals).orElse(true);
    }

    /** Those whose own source may count them. */
    static List<Measure> countable(Collection<Measure> measures) {
        return measures.stream()
                .filter(measure -> mayCount(measure.source(), measure.name()))
                .toList();
    }

    public EventDays days() {
        return days;
    }

    public Optional<Arrival.Poison> refused() {
        return refused;
    }
}
