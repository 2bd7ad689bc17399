package org.shopscore.logistics.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shopscore.logistics.evidence.Standing;
import org.shopscore.logistics.evidence.Why;
import org.shopscore.metric.Change;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.Measures;

class OrderEvidenceTest {

    private static final Instant PAID = Instant.parse("2026-03-01T02:00:00Z");
    private static final Instant PICKUP_DUE = PAID.plusSeconds(2 * 86_400);
    private static final Instant DELIVERY_DUE = PAID.plusSeconds(5 * 86_400);
    private static final OrderId ID = new OrderId("shop", "order");

    private static Order paid(Flag... flags) {
        return Order.paid(Terms.plain(PAID, PICKUP_DUE, DELIVERY_DUE, Set.of(flags)));
    }

    private static Order on(Order order, OrderMove move) {
        return move.change().apply(order).orElseThrow();
    }

    private static Standing of(Order order, String measure) {
        return OrderEvidence.of(order, OrderMeasures.of(order), measure).orElseThrow();
    }

    private static OrderMove excluded(SortedSet<String> pickupBy, SortedSet<String> deliveryBy) {
        return OrderMove.excluded(ID, PAID, new Exclusions(pickupBy, deliveryBy, Optional.empty()), "disruption/d");
    }

    private static SortedSet<String> ids(String... ids) {
        return new TreeSet<>(List.of(ids));
    }

    @Test
    void aFlagOrARefundAtOnceIsWhyAnOrderIsNotValid() {
        assertThat(of(paid(Flag.SAMPLE, Flag.GIFT), Measures.ORDER_PAID))
                .isEqualTo(Standing.of(PAID, Why.NOT_VALID, List.of("GIFT", "SAMPLE")));
        assertThat(of(paid().refunded(PAID.plusSeconds(60)), Measures.ORDER_PAID)
                        .because())
                .containsExactly("REFUNDED_WITHIN_60_S");
        assertThat(of(paid().refunded(PAID.plusSeconds(61)), Measures.ORDER_PAID)
                        .why())
                .isEqualTo(Why.COUNTED);
    }

    @Test
    void anOrderThatIsNotSignedHasNoPlaceAmongTheSigned() {
        assertThat(OrderEvidence.of(paid(), Contribution.none(), Measures.ORDER_SIGNED))
                .isEmpty();
        assertThat(OrderEvidence.of(paid(), Contribution.none(), Measures.PICKUP_DONE))
                .isEmpty();
    }

    @Test
    void aSignatureTwoDaysLaterIsNoNextDayDelivery() {
        var late = of(paid().signed(PAID.plusSeconds(2 * 86_400)), Measures.DELIVERY_NEXT_DAY);
        assertThat(late).isEqualTo(Standing.of(PAID.plusSeconds(2 * 86_400), Why.AFTER_NEXT_DAY, List.of()));
        assertThat(of(paid().signed(PAID.plusSeconds(86_400)), Measures.DELIVERY_NEXT_DAY)
                        .amount())
                .isOne();
        assertThat(of(paid(Flag.GIFT).signed(PAID.plusSeconds(86_400)), Measures.DELIVERY_NEXT_DAY)
                        .why())
                .isEqualTo(Why.NOT_VALID);
    }

    @Test
    void whatIsOpenStandsAtItsDueTime() {
        assertThat(of(paid(), Measures.DELIVERY_DUE))
                .isEqualTo(Standing.of(DELIVERY_DUE, Why.NOT_YET_DUE, List.of()).due(DELIVERY_DUE, Optional.empty()));
    }

    @Test
    void aLateDeliveryCountsAsDueAndNotAsOnTimeWithBothInstants() {
        var signedAt = DELIVERY_DUE.plusSeconds(1);
        var order = paid().signed(signedAt);
        assertThat(of(order, Measures.DELIVERY_DUE))
                .isEqualTo(Standing.of(DELIVERY_DUE, Why.COUNTED, List.of())
                        .due(DELIVERY_DUE, Optional.of(signedAt))
                        .adding(1));
        assertThat(of(order, Measures.DELIVERY_ON_TIME))
                .isEqualTo(Standing.of(DELIVERY_DUE, Why.LATE, List.of()).due(DELIVERY_DUE, Optional.of(signedAt)));
    }

    @Test
    void whatHasPassedIsLateAlthoughNothingWasDone() {
        assertThat(of(paid().passed(DELIVERY_DUE.plusSeconds(1)), Measures.DELIVERY_ON_TIME)
                        .why())
                .isEqualTo(Why.LATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {Measures.PICKUP_DUE, Measures.PICKUP_ON_TIME, Measures.DELIVERY_DUE, Measures.DELIVERY_ON_TIME})
    void aCancellationBeforeBothTakesTheOrderOut(String measure) {
        assertThat(of(paid().cancelled(PAID.plusSeconds(9)).orElseThrow(), measure)
                        .why())
                .isEqualTo(Why.CANCELLED);
    }

    @Test
    void aDisruptionTakesOutTheLegThatItIsOfAndIsNamed() {
        var order = on(paid().signed(PAID.plusSeconds(9)), excluded(ids(), ids("flood", "snow")));
        assertThat(of(order, Measures.DELIVERY_ON_TIME).why()).isEqualTo(Why.DISRUPTED);
        assertThat(of(order, Measures.DELIVERY_ON_TIME).because()).containsExactly("flood", "snow");
        assertThat(of(order, Measures.PICKUP_DUE).why()).isEqualTo(Why.NOT_YET_DUE);
    }

    @Test
    void aLossByForceMajeureTakesTheDeliveryOutAlone() {
        var order = on(paid(), OrderMove.lostByForceMajeure(ID, PAID, Optional.of(PAID.plusSeconds(9))));
        assertThat(of(order, Measures.DELIVERY_DUE).why()).isEqualTo(Why.LOST_BY_FORCE_MAJEURE);
        assertThat(of(order, Measures.PICKUP_DUE).why()).isEqualTo(Why.NOT_YET_DUE);
    }

    @Test
    void whateverHappensTheEvidenceAddsUpToWhatIsAnnouncedAndEachAmountIsCounted() {
        var random = new Random(20260301);
        for (int run = 0; run < 20_000; run++) {
            var order = anyOrder(random);
            var announced = OrderMeasures.of(order);
            var listed = Contribution.none();
            for (String measure : OrderEvidence.MEASURES) {
                var standing = OrderEvidence.of(order, announced, measure);
                if (standing.isPresent()) {
                    listed = listed.plus(
                            standing.get().at(), measure, standing.get().amount());
                    assertThat(standing.get().amount() == 0 || standing.get().why() == Why.COUNTED)
                            .isTrue();
                }
            }
            assertThat(listed).as("run %d: %s", run, order).isEqualTo(announced);
        }
    }

    @Test
    void whatCountsForNothingIsCountedOnlyWhereAnAmountMayBeNought() {
        var random = new Random(20260302);
        for (int run = 0; run < 20_000; run++) {
            var order = anyOrder(random);
            for (String measure : OrderEvidence.MEASURES) {
                OrderEvidence.of(order, OrderMeasures.of(order), measure)
                        .filter(standing -> standing.amount() == 0 && standing.why() == Why.COUNTED)
                        .ifPresent(_ -> assertThat(measure).isEqualTo(Measures.PICKUP_SECONDS));
            }
        }
    }

    @Test
    void allMeasuresThatAnOrderCanContributeHaveTheirEvidence() {
        var order = paid().pickedUp(PAID.plusSeconds(90_000)).signed(PAID.plusSeconds(90_001));
        assertThat(OrderMeasures.of(order).changes())
                .extracting(Change::measures)
                .flatExtracting(measures -> measures.keySet())
                .containsExactlyInAnyOrderElementsOf(OrderEvidence.MEASURES);
    }

    private static Order anyOrder(Random random) {
        var order = random.nextInt(4) == 0 ? paid(Flag.GIFT) : paid();
        for (int i = random.nextInt(6); i > 0; i--) {
            var at = PAID.plusSeconds((random.nextInt(18) - 1) * 43_200L);
            order = switch (random.nextInt(7)) {
                case 0 -> order.pickedUp(at);
                case 1 -> order.signed(at);
                case 2 -> order.cancelled(at).orElse(order);
                case 3 -> order.refunded(at);
                case 4 -> order.passed(at);
                case 5 -> on(order, OrderMove.lostByForceMajeure(ID, at, Optional.of(at)));
                default -> on(order, excluded(random.nextBoolean() ? ids("d") : ids(), ids("d", "e")));
            };
        }
        return order;
    }
}
