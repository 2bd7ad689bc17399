package org.shopscore.aggregator.ingest;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.shopscore.aggregator.score.StatDay;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.TileBytes;

/** Finds the events of a batch that correct scores of days which are frozen already. Pure. */
final class LateFacts {

    /** @param offset of the record: what was frozen at a higher offset holds it already */
    record LateFact(
            int partition,
            long offset,
            String shopId,
            int day,
            StatDay.Range statDates,
            Buffer amounts,
            String ref,
            String reason) {}

    private final FrozenDays frozen;
    private final List<LateFact> found = new ArrayList<>();

    LateFacts(FrozenDays frozen) {
        this.frozen = frozen;
    }

    void look(Arrival.Fact fact, SortedMap<Integer, Amounts> byDay) {
        Instant known = Instant.ofEpochMilli(fact.record().timestamp());
        var event = fact.event();
        byDay.forEach((day, amounts) -> StatDay.corrected(
                        LocalDate.ofEpochDay(day),
                        event.time(),
                        known,
                        event.reason().isPresent())
                .filter(frozen::anyIn)
                .ifPresent(range -> found.add(new LateFact(
                        fact.record().partition(),
                        fact.record().offset(),
                        event.shopId(),
                        day,
                        range,
                        Buffer.buffer(TileBytes.pack(amounts)),
                        event.ref(),
                        event.reason().orElse(null)))));
    }

    List<LateFact> found() {
        return found;
    }
}
