package org.shopscore.aggregator.ingest.draft;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shopscore.aggregator.ingest.arrival.Arrival;
import org.shopscore.aggregator.ingest.arrival.EventAmounts;
import org.shopscore.aggregator.ingest.arrival.Head;
import org.shopscore.aggregator.ingest.arrival.Reason;
import org.shopscore.aggregator.ingest.lane.LaneState;
import org.shopscore.aggregator.ingest.scan.EventDays;
import org.shopscore.aggregator.ingest.sequence.Life;
import org.shopscore.aggregator.ingest.sequence.Sequence;
import org.shopscore.aggregator.tile.MeasureIds;
import org.shopscore.metric.MetricEvent;

/**
 * One partition as it will be when the batch is committed: takes the records in order and never touches the memory until
 * {@link #merge}. Pure.
 */
public final class Draft {

    private final LaneState lane;
    private final MeasureIds ids;
    private final Instant now;
    private final Lives lives;
    private final ShopDrafts shops;
    private final Outcome outcome = new Outcome();
    private final LateFacts late;
    private long position;

    public Draft(LaneState lane, MeasureIds ids, Instant now) {
        this.lane = lane;
        this.ids = ids;
        this.now = now;
        this.shops = new ShopDrafts(lane);
        this.lives = new Lives(lane.sequences(), now);
        this.position = lane.position();
        this.late = new LateFacts(lane.frozen());
    }

    public void take(Arrival arrival) {
        position = arrival.record().offset() + 1;
        switch (arrival) {
            case Arrival.Fact fact -> take(fact);
            case Arrival.Beat beat -> take(beat);
            case Arrival.Poison poison -> take(poison);
        }
    }

    private void take(Arrival.Fact fact) {
        var head = fact.head();
        var sequence = lives.of(head);
        switch (sequence.verdict(head.number(), head.id())) {
            case NEW -> applyOrSetAside(sequence, fact);
            case DUPLICATE -> seenBefore(fact);
            case CLASH -> {
                outcome.clashes.add(head);
                seenBefore(fact);
            }
        }
    }

    /** A crash may have come between its commit and its announcement. */
    private void seenBefore(Arrival.Fact fact) {
        outcome.duplicates++;
        if (lane.decided(fact.record().offset()) && counts(fact)) {
            shops.touch(fact.shopId());
        }
    }

    private static boolean counts(Arrival.Fact fact) {
        return switch (fact.content()) {
            case Arrival.Scanned _ -> true;
            case Arrival.Told(MetricEvent event) -> !event.changes().isEmpty();
        };
    }

    private void applyOrSetAside(Sequence sequence, Arrival.Fact fact) {
        Head head = fact.head();
        var amounts = new EventAmounts(fact, ids);
        Optional<Arrival.Poison> refused = amounts.refused().or(() -> overflow(fact, amounts.days()));
        if (refused.isPresent()) {
            setAside(sequence, head, refused.get());
            return;
        }
        sequence.apply(head.number(), head.id(), now);
        if (fact.content() instanceof Arrival.Told(MetricEvent event)) {
            event.closes().forEach(range -> lives.close(head, range));
        }
        shops.add(fact.shopId(), amounts.days());
        late.look(fact, amounts.days());
        outcome.applied++;
    }

    private Optional<Arrival.Poison> overflow(Arrival.Fact fact, EventDays days) {
        return shops.fit(fact.shopId(), days)
                ? Optional.empty()
                : Optional.of(fact.poison(Reason.OVERFLOW, "the sum of the window would pass its bounds"));
    }

    private void take(Arrival.Beat beat) {
        var head = beat.head();
        var sequence = lives.of(head);
        switch (sequence.verdict(head.number(), head.id())) {
            case NEW -> {
                sequence.apply(head.number(), head.id(), now);
                lives.prove(sequence, beat);
                outcome.heartbeats++;
            }
            case DUPLICATE -> outcome.duplicates++;
            case CLASH -> outcome.clashes.add(head);
        }
    }

    private void take(Arrival.Poison poison) {
        if (poison.head().isEmpty()) {
            quarantine(poison);
            return;
        }
        var head = poison.head().get();
        var sequence = lives.of(head);
        switch (sequence.verdict(head.number(), head.id())) {
            case NEW -> setAside(sequence, head, poison);
            case DUPLICATE -> outcome.duplicates++;
            case CLASH -> outcome.clashes.add(head);
        }
    }

    private void setAside(Sequence sequence, Head head, Arrival.Poison poison) {
        sequence.quarantine(head.number(), head.id(), now);
        quarantine(poison);
    }

    /** Once, also when the log is read again. */
    private void quarantine(Arrival.Poison poison) {
        if (!lane.decided(poison.record().offset())) {
            outcome.quarantined.add(poison);
        }
    }

    public Outcome outcome() {
        return outcome;
    }

    /** New lives of sources that had one before. */
    public List<Life> begun() {
        return lives.begun();
    }

    public LaneWrites writes() {
        return LaneWrites.of(lane, Math.max(lane.nextOffset(), position), lives.changed(), shops.added(), late.found());
    }

    /** Makes it the memory of the partition. Only after the confirmed commit of {@link #writes}. */
    public void merge() {
        lane.committedUntil(position);
        lane.sequences().putAll(lives.changed());
        lane.unfolded().added(shops.merge());
    }
}
