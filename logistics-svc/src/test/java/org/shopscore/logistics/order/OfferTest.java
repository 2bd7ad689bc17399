package org.shopscore.logistics.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OfferTest {

    private static final Instant PAID = Instant.parse("2026-03-01T02:00:00Z");
    private static final Instant READY = PAID.plusSeconds(10 * 86_400);
    private static final LaneTimes.LaneTime LANE = new LaneTimes.LaneTime(Duration.ofHours(24), Duration.ofHours(60));

    private static Offer offer(
            Optional<Instant> pickupDueAt, Optional<Instant> deliveryDueAt, Optional<Instant> ready) {
        return new Offer(
                PAID, pickupDueAt, deliveryDueAt, Set.of(), Kind.PRESALE, ready, Route.UNKNOWN, Optional.empty());
    }

    @Test
    void whatIsLeftOutIsThePickupTimeOfTheLaneAndThenItsTransitTime() {
        var terms = offer(Optional.empty(), Optional.empty(), Optional.empty()).completedBy(LANE);
        assertThat(terms.pickupDueAt()).isEqualTo(PAID.plus(Duration.ofHours(24)));
        assertThat(terms.deliveryDueAt()).isEqualTo(PAID.plus(Duration.ofHours(84)));
    }

    @Test
    void theTimeOfAPresaleRunsFromItsEnd() {
        var terms =
                offer(Optional.empty(), Optional.empty(), Optional.of(READY)).completedBy(LANE);
        assertThat(terms.pickupDueAt()).isEqualTo(READY.plus(Duration.ofHours(24)));
        assertThat(terms.deliveryDueAt()).isEqualTo(READY.plus(Duration.ofHours(84)));
    }

    @Test
    void whatIsGivenIsKeptAndTheRestFollowsFromIt() {
        var given = offer(Optional.of(PAID.plusSeconds(60)), Optional.empty(), Optional.of(READY));
        assertThat(given.complete()).isEmpty();
        assertThat(given.completedBy(LANE).deliveryDueAt())
                .isEqualTo(PAID.plusSeconds(60).plus(LANE.transit()));
        var promised = offer(Optional.empty(), Optional.of(READY), Optional.empty());
        assertThat(promised.completedBy(LANE).deliveryDueAt()).isEqualTo(READY);
    }

    @Test
    void anOrderToldAgainIsTheSameWhateverTheLaneNeedsByNow() {
        var given = offer(Optional.empty(), Optional.empty(), Optional.empty());
        var agreed = given.completedBy(LANE);
        assertThat(given.completedBy(agreed)).isEqualTo(agreed);
        assertThat(offer(Optional.of(PAID), Optional.empty(), Optional.empty()).completedBy(agreed))
                .isNotEqualTo(agreed);
    }
}
