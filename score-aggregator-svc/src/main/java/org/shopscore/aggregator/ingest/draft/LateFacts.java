package org.shopscore.aggregator.ingest.draft;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shopscore.aggregator.ingest.arrival.Arrival;
import org.shopscore.aggregator.ingest.lane.FrozenDays;
import org.shopscore.aggregator.ingest.scan.EventDays;
import org.shopscore.aggregator.score.window.StatDay;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.TileBytes;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.MetricEvent;

/** Finds the events of a batch that correct scores of days which are frozen already. Pure. */
public final class LateFacts {

    /** @param offset of the record: what was frozen at a higher offset holds it already */
    public record LateFact(
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

    void look(Arrival.Fact fact, EventDays days) {
        Instant known = Instant.ofEpochMilli(fact.record().timestamp());
        days.forEach((day, amounts) -> {
            // So it is for nearly all; an amount counts for no day before its own.
            if (!frozen.noneFrom(day)) {
                LocalDate date = LocalDate.ofEpochDay(day);
                StatDay.corrected(date, happened(fact, date), frozen.newest(known), frozen.longest())
                        .filter(frozen::anyIn)
                        .ifPresent(range -> found.add(late(fact, day, range, amounts)));
            }
        });
    }

    /** When that of which the event tells happened. A correction with a reason tells of what it takes back. */
    private static Instant happened(Arrival.Fact fact, LocalDate day) {
        return fact.content() instanceof Arrival.Told(MetricEvent event)
                        && event.reason().isPresent()
                ? event.since().orElse(BusinessDay.start(day))
                : fact.head().time();
    }

    private static LateFact late(Arrival.Fact fact, int day, StatDay.Range range, Amounts amounts) {
        MetricEvent event = fact.event();
        return new LateFact(
                fact.record().partition(),
                fact.record().offset(),
                event.shopId(),
                day,
                range,
                Buffer.buffer(TileBytes.pack(amounts)),
                event.ref(),
                event.reason().orElse(null));
    }

    List<LateFact> found() {
        return found;
    }
}
