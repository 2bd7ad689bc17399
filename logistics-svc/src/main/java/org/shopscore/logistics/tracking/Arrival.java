package org.shopscore.logistics.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.shopscore.logistics.carrier.performance.Distribution;
import org.shopscore.logistics.carrier.performance.Stage;

/** When a parcel will be with the buyer, and how that is known; never an instant that has passed. */
sealed interface Arrival {

    /** From parcels on the same lane that had come as far and had not arrived sooner: one in ten, half, nine in ten of them. */
    record FromHistory(Instant earliestAt, Instant likelyAt, Instant latestAt, long samples) implements Arrival {}

    /** From how long the carrier may take on the lane. */
    record FromLaneTime(Instant latestAt) implements Arrival {}

    /** Nobody can tell: the lane has neither history nor a time, or the parcel is later than either. */
    record Unknown() implements Arrival {}

    /** There is nothing to expect: it has arrived, is on its way back, lost or cancelled. */
    record NotExpected() implements Arrival {}

    /** Fewer samples say nothing. */
    long MIN_SAMPLES = 20;

    int EARLY = 10;
    int LIKELY = 50;
    int LATE = 90;

    /**
     * @param reached when the parcel first came to each stage
     * @param history what is left of the way from the stage that it has come to
     * @param dueAt   when it is to arrive by the lane's time
     */
    static Arrival of(Map<Stage, Instant> reached, Distribution history, Optional<Instant> dueAt, Instant now) {
        return latest(reached)
                .flatMap(stage -> fromHistory(reached.get(stage), history, now))
                .or(() -> dueAt.filter(now::isBefore).map(FromLaneTime::new))
                .orElseGet(Unknown::new);
    }

    /** How far it has come. */
    static Optional<Stage> latest(Map<Stage, Instant> reached) {
        return reached.keySet().stream().max(Comparator.naturalOrder());
    }

    private static Optional<Arrival> fromHistory(Instant since, Distribution history, Instant now) {
        long elapsed = Math.max(-1, Math.floorDiv(Duration.between(since, now).toSeconds(), 60));
        long samples = history.samplesAfter(elapsed);
        if (samples < MIN_SAMPLES) {
            return Optional.empty();
        }
        return Optional.of(new FromHistory(
                at(since, history, elapsed, EARLY),
                at(since, history, elapsed, LIKELY),
                at(since, history, elapsed, LATE),
                samples));
    }

    private static Instant at(Instant since, Distribution history, long elapsed, int percent) {
        return since.plus(
                Duration.ofMinutes(history.percentileAfter(elapsed, percent).orElseThrow()));
    }
}
