package org.shopscore.logistics.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.logistics.carrier.performance.Distribution;
import org.shopscore.logistics.carrier.performance.Leg;
import org.shopscore.logistics.carrier.performance.Stage;
import org.shopscore.platform.emitter.PureClasses;

class ArrivalTest {

    private static final long SEED = 20260301;
    private static final Instant PICKED_UP = Instant.parse("2026-03-01T04:00:00Z");

    /** One that took an hour, one that took two, and so on to a hundred. */
    private static final Distribution HISTORY = distribution(LongStream.rangeClosed(1, 100));

    private static Distribution distribution(LongStream hours) {
        var counts = new TreeMap<Long, Long>();
        hours.forEach(hour -> counts.merge(hour * 60, 1L, Long::sum));
        return Distribution.of(counts);
    }

    private static Instant hour(long hours) {
        return PICKED_UP.plus(Duration.ofHours(hours));
    }

    private static Arrival arrival(Distribution history, Optional<Instant> dueAt, Instant now) {
        return Arrival.of(Map.of(Stage.PICKED_UP, PICKED_UP), history, dueAt, now);
    }

    @Test
    void aParcelJustPickedUpArrivesLikeThoseBeforeIt() {
        assertThat(arrival(HISTORY, Optional.of(hour(96)), PICKED_UP))
                .isEqualTo(new Arrival.FromHistory(hour(10), hour(50), hour(90), 100));
    }

    @Test
    void aParcelThatIsOlderIsComparedWithThoseThatHadNotArrivedByThen() {
        assertThat(arrival(HISTORY, Optional.empty(), hour(60)))
                .isEqualTo(new Arrival.FromHistory(hour(64), hour(80), hour(96), 40));
    }

    @ParameterizedTest
    @CsvSource({
        "79, LANE_HISTORY, twenty-one took longer",
        "80, LANE_HISTORY, twenty did",
        "81, LANE_TIME, nineteen say nothing",
        "95, LANE_TIME, before the lane's time ends",
        "96, UNKNOWN, when it has ended",
        "200, UNKNOWN, when all is past"
    })
    void withoutEnoughHistoryTheLanesTimeIsTakenUntilItHasPassed(long now, ArrivalView.Basis basis, String why) {
        var view = ArrivalView.of(arrival(HISTORY, Optional.of(hour(96)), hour(now)));
        assertThat(view.basis()).as(why).isEqualTo(basis);
        assertThat(view.latestAt().isPresent()).isEqualTo(basis != ArrivalView.Basis.UNKNOWN);
    }

    @Test
    void nothingIsKnownOfALaneWithoutHistoryAndTime() {
        assertThat(arrival(Distribution.NONE, Optional.empty(), PICKED_UP)).isEqualTo(new Arrival.Unknown());
        assertThat(Arrival.of(Map.of(), HISTORY, Optional.empty(), PICKED_UP)).isEqualTo(new Arrival.Unknown());
    }

    @Test
    void theFarthestStageCountsWhicheverScanCameLast() {
        var reached = new EnumMap<Stage, Instant>(Stage.class);
        reached.put(Stage.OUT_FOR_DELIVERY, hour(1));
        reached.put(Stage.IN_TRANSIT, hour(2));
        assertThat(Arrival.latest(reached)).contains(Stage.OUT_FOR_DELIVERY);
    }

    @Test
    void whatIsLeftIsKeptForEveryStage() {
        for (var stage : Stage.values()) {
            assertThat(Leg.after(stage).begins()).isEqualTo(stage);
            assertThat(Leg.after(stage)).isNotEqualTo(Leg.PICKUP);
        }
    }

    @Test
    void anEstimateNeverLiesInThePastAndItsPartsAreInOrder() {
        var random = new Random(SEED);
        for (int run = 0; run < 5_000; run++) {
            var history = distribution(random.longs(random.nextInt(200), 0, 60));
            Instant now = PICKED_UP.plusMillis(random.nextLong(-100_000, 250_000_000));
            var due = random.nextBoolean() ? Optional.of(hour(random.nextInt(80))) : Optional.<Instant>empty();
            switch (arrival(history, due, now)) {
                case Arrival.FromHistory(var earliest, var likely, var latest, var samples) -> {
                    assertThat(earliest).isAfter(now).isBeforeOrEqualTo(likely);
                    assertThat(latest).isAfterOrEqualTo(likely);
                    assertThat(samples).isGreaterThanOrEqualTo(Arrival.MIN_SAMPLES);
                }
                case Arrival.FromLaneTime(var latest) -> assertThat(latest).isAfter(now);
                case Arrival.Unknown() -> assertThat(due.filter(now::isBefore)).isEmpty();
                case Arrival.NotExpected() -> throw new AssertionError("an open parcel is expected");
            }
        }
    }

    @Test
    void theEstimateKnowsTheLanguageAlone() {
        PureClasses.check(
                Arrival.class, Distribution.class, Stage.class, org.shopscore.logistics.scan.ScanStatus.class);
    }
}
