package org.shopscore.aggregator.ingest;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.MeasureIds;
import org.shopscore.metric.Change;
import org.shopscore.metric.Measures;

/** What one event adds to the tiles of its shop, or why its measures cannot be taken. Pure. */
final class EventAmounts {

    private final SortedMap<Integer, Amounts> byDay = new TreeMap<>();
    private Optional<Arrival.Poison> refused = Optional.empty();

    EventAmounts(Arrival.Fact fact, MeasureIds ids) {
        for (Change change : fact.event().changes()) {
            var amounts = byDay.computeIfAbsent(Days.of(change.anchoredAt()), _ -> new Amounts());
            change.measures().forEach((name, amount) -> add(fact, ids, amounts, name, amount));
        }
        byDay.values().removeIf(amounts -> amounts.size() == 0);
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
    static boolean mayCount(String source, String name) {
        return Measures.ownerOf(name).map(source::equals).orElse(true);
    }

    SortedMap<Integer, Amounts> byDay() {
        return byDay;
    }

    Optional<Arrival.Poison> refused() {
        return refused;
    }
}
