package org.shopscore.customerservice.session;

import java.time.Instant;
import java.util.List;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.EventJson;
import org.shopscore.metric.MetricEvent;

/**
 * A session whose open turn is over without an answer.
 *
 * @param dueAt since when
 * @param after the session, which now knows it
 */
record OverdueTurn(SessionKey key, Instant dueAt, Session after, Contribution kept) {

    static OverdueTurn of(StoredSession stored, Instant now) {
        return new OverdueTurn(
                stored.key(),
                stored.session().nextDue().orElse(now),
                stored.session().overdue(now),
                stored.kept());
    }

    String contribution() {
        return EventJson.write(TurnMeasures.of(after));
    }

    List<MetricEvent> events() {
        return TurnEvents.of(key, dueAt, TurnMeasures.of(after).minus(kept));
    }
}
