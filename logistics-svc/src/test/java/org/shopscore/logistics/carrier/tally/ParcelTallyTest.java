package org.shopscore.logistics.carrier.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.shopscore.logistics.carrier.performance.Stage;

class ParcelTallyTest {

    private static final long SEED = 20260301;

    /** A Sunday noon in Shanghai: what happens thirteen hours later is in the next week. */
    private static final Instant SHIPPED = Instant.parse("2026-03-01T04:00:00Z");

    private static Instant hour(int hours) {
        return SHIPPED.plusSeconds(hours * 3600L);
    }

    private static CarriedParcel parcel(Journey journey, Promise promise) {
        return new CarriedParcel(journey, Optional.of(promise), false, false, false, Optional.empty());
    }

    private static Journey signed(int pickedUp, int signed) {
        return new Journey(
                Map.of(Stage.ANNOUNCED, SHIPPED, Stage.PICKED_UP, hour(pickedUp), Stage.IN_TRANSIT, hour(pickedUp + 1)),
                Optional.of(hour(signed)),
                Optional.empty(),
                Optional.empty());
    }

    private static Journey open(int pickedUp, Optional<Instant> returnedAt, Optional<Instant> lostAt) {
        return new Journey(
                Map.of(Stage.ANNOUNCED, SHIPPED, Stage.PICKED_UP, hour(pickedUp)),
                Optional.empty(),
                returnedAt,
                lostAt);
    }

    private static Map<String, Long> tally(CarriedParcel parcel) {
        var tally = new TreeMap<String, Long>();
        EntryText.write(ParcelTally.of(parcel)).forEach(text -> {
            int last = text.lastIndexOf(' ');
            tally.put(text.substring(0, last), Long.parseLong(text.substring(last + 1)));
        });
        return tally;
    }

    @Test
    void aParcelCountsInTheWeekOfItsPickupAndInThatOfItsSignature() {
        assertThat(tally(parcel(signed(10, 58), new Promise(hour(72), false))))
                .containsOnlyKeys(
                        "2026-W09 PICKED_UP",
                        "2026-W09 PICKUP 600",
                        "2026-W10 DELIVERED",
                        "2026-W10 DELIVERY 2880",
                        "2026-W10 ANNOUNCED_TO_SIGNATURE 3480",
                        "2026-W10 TRANSIT_TO_SIGNATURE 2820",
                        "2026-W10 DUE",
                        "2026-W10 ON_TIME")
                .allSatisfy((_, amount) -> assertThat(amount).isOne());
    }

    @Test
    void aParcelSignedAtItsDueInstantIsInTimeAndOneMicrosecondLaterLateInTheDuesWeek() {
        var due = new Promise(hour(11), false);
        assertThat(tally(parcel(signed(1, 11), due))).containsKeys("2026-W09 DUE", "2026-W09 ON_TIME");
        var late = new Journey(
                Map.of(Stage.PICKED_UP, hour(1)),
                Optional.of(hour(11).plusNanos(1_000)),
                Optional.empty(),
                Optional.empty());
        assertThat(tally(parcel(late, due))).containsKey("2026-W09 DUE").doesNotContainKey("2026-W09 ON_TIME");
    }

    @Test
    void anOpenParcelIsLateOnceItsDueInstantHasPassed() {
        var journey = open(1, Optional.empty(), Optional.empty());
        assertThat(tally(parcel(journey, new Promise(hour(20), false)))).doesNotContainKey("2026-W10 DUE");
        assertThat(tally(parcel(journey, new Promise(hour(20), true))))
                .containsKey("2026-W10 DUE")
                .doesNotContainKey("2026-W10 ON_TIME");
    }

    @Test
    void aLostParcelIsLateWhenItWasGivenUpAndOneThatCameBackIsNeither() {
        var lost = open(1, Optional.empty(), Optional.of(hour(5)));
        assertThat(tally(parcel(lost, new Promise(hour(20), false)))).containsKey("2026-W09 DUE");
        var returned = open(1, Optional.of(hour(30)), Optional.empty());
        assertThat(tally(parcel(returned, new Promise(hour(20), true)))).doesNotContainKey("2026-W10 DUE");
    }

    @Test
    void aDisruptedParcelIsCountedApartAndItsHoursNotAtAll() {
        var disrupted = new CarriedParcel(
                signed(10, 58), Optional.of(new Promise(hour(72), false)), true, true, false, Optional.empty());
        assertThat(tally(disrupted)).containsOnlyKeys("2026-W09 PICKED_UP", "2026-W10 DELIVERED", "2026-W10 EXCLUDED");
    }

    @Test
    void anExceptionIsASharesPartOfTheParcelsPickedUp() {
        var exceptional = new CarriedParcel(
                open(10, Optional.empty(), Optional.empty()), Optional.empty(), false, false, true, Optional.empty());
        assertThat(tally(exceptional))
                .containsEntry("2026-W09 EXCEPTIONAL", 1L)
                .containsEntry("2026-W09 PICKED_UP", 1L);
    }

    @Test
    void anOpinionCountsWithTheSignatureAndBeforeItWhenGiven() {
        var opinion = Optional.of(new Opinion(4, 2, true, hour(1)));
        assertThat(tally(new CarriedParcel(signed(1, 58), Optional.empty(), false, false, false, opinion)))
                .containsEntry("2026-W10 OPINIONS", 1L)
                .containsEntry("2026-W10 ATTITUDE_POINTS", 4L)
                .containsEntry("2026-W10 SPEED_POINTS", 2L)
                .containsEntry("2026-W10 DAMAGED", 1L);
        var unsigned = open(1, Optional.empty(), Optional.empty());
        assertThat(tally(new CarriedParcel(unsigned, Optional.empty(), false, false, false, opinion)))
                .containsEntry("2026-W09 OPINIONS", 1L);
    }

    @Test
    void aPickupScannedBeforeTheShopsWordTookNoMinutes() {
        var early = new Journey(
                Map.of(Stage.ANNOUNCED, hour(2), Stage.PICKED_UP, hour(1)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(tally(parcel(early, new Promise(hour(20), false)))).containsKey("2026-W09 PICKUP 0");
    }

    @Test
    void theDifferencesOfAnyWayOfLearningAddUpToWhatIsKnownInTheEnd() {
        var random = new Random(SEED);
        for (int run = 0; run < 5_000; run++) {
            var sum = ParcelTally.NONE;
            var last = ParcelTally.NONE;
            for (int step = random.nextInt(6); step >= 0; step--) {
                var now = ParcelTally.of(any(random));
                sum = sum.plus(now.minus(last));
                last = now;
                assertThat(EntryText.read(EntryText.write(now))).isEqualTo(now);
            }
            assertThat(sum).isEqualTo(last);
            assertThat(sum.minus(last)).isEqualTo(ParcelTally.NONE);
        }
    }

    private static CarriedParcel any(Random random) {
        var reached = new EnumMap<Stage, Instant>(Stage.class);
        for (var stage : Stage.values()) {
            maybe(random).ifPresent(at -> reached.put(stage, at));
        }
        return new CarriedParcel(
                new Journey(reached, maybe(random), maybe(random), maybe(random)),
                maybe(random).map(at -> new Promise(at, random.nextBoolean())),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                maybe(random).map(at -> new Opinion(1 + random.nextInt(5), 1, random.nextBoolean(), at)));
    }

    private static Optional<Instant> maybe(Random random) {
        return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(hour(random.nextInt(400)));
    }
}
