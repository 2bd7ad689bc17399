package org.shopscore.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shopscore.metric.Change;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.MetricEvent;
import org.shopscore.metric.SequenceRange;

/** Splits a difference of any size into events that hold as many measures as one may. */
final class Differences {

    /** @param closes goes with the first event, which is made even when there is no difference */
    static List<MetricEvent> events(
            String shopId,
            Instant time,
            String ref,
            String reason,
            Contribution difference,
            List<SequenceRange> closes) {
        var events = new ArrayList<MetricEvent>();
        var closing = closes;
        for (List<Change> part : difference.parts(MetricEvent.MOST_MEASURES)) {
            events.add(new MetricEvent(shopId, time, ref, Optional.of(reason), Optional.empty(), part, closing));
            closing = List.of();
        }
        if (!closing.isEmpty()) {
            events.add(new MetricEvent(shopId, time, ref, Optional.of(reason), Optional.empty(), List.of(), closing));
        }
        return events;
    }

    private Differences() {}
}
