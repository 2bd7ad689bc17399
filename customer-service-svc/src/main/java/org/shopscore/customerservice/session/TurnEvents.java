package org.shopscore.customerservice.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.shopscore.metric.Change;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.MetricEvent;

/** A difference as events: as few as the contract's bound on amounts allows. */
final class TurnEvents {

    /** @param at when the change happened; an event is never older than a day it changes */
    static List<MetricEvent> of(SessionKey key, Instant at, Contribution difference) {
        var events = new ArrayList<MetricEvent>();
        var part = new ArrayList<Change>();
        int amounts = 0;
        for (var change : difference.changes()) {
            amounts += change.measures().size();
            if (amounts > MetricEvent.MOST_MEASURES) {
                events.add(event(key, at, part));
                part.clear();
                amounts = change.measures().size();
            }
            part.add(change);
        }
        if (!part.isEmpty()) {
            events.add(event(key, at, part));
        }
        return events;
    }

    private static MetricEvent event(SessionKey key, Instant at, List<Change> changes) {
        var time = changes.stream().map(Change::anchoredAt).reduce(at, TurnEvents::later);
        return MetricEvent.of(key.shopId(), time, key.ref(), Contribution.of(changes));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private TurnEvents() {}
}
