package org.shopscore.logistics.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Change;

class OrderMeasuresTest {

    private static final Instant PAID = Instant.parse("2026-03-01T02:00:00Z");
    private static final Instant PICKUP_DUE = PAID.plusSeconds(48 * 3600);
    private static final Instant DELIVERY_DUE = PAID.plusSeconds(120 * 3600);
    private static final Instant LATER = DELIVERY_DUE.plusSeconds(86_400);
    private static final OrderId ID = new OrderId("shop", "order");
    private static final Order ORDER = Order.paid(Terms.plain(PAID, PICKUP_DUE, DELIVERY_DUE, Set.of()));

    /** Measure to amount, and for what is due its anchor. */
    private static Map<String, Long> measures(Order order) {
        var all = new TreeMap<String, Long>();
        OrderMeasures.of(order).changes().forEach(change -> all.putAll(change.measures()));
        return all;
    }

    private static Instant anchor(Order order, String measure) {
        return OrderMeasures.of(order).changes().stream()
                .filter(change -> change.measures().containsKey(measure))
                .map(Change::anchoredAt)
                .findFirst()
                .orElseThrow();
    }

    private static Order cancelled(Order order, Instant at) {
        return order.cancelled(at).orElseThrow();
    }

    @Test
    void aValidOrderCountsWhenPaid() {
        assertThat(measures(ORDER)).containsExactly(Map.entry("order.paid", 1L));
        assertThat(anchor(ORDER, "order.paid")).isEqualTo(PAID);
    }

    @ParameterizedTest
    @EnumSource(Flag.class)
    void aFlaggedOrderIsNeitherPaidNorSignedNorNextDayButStillDue(Flag flag) {
        var flagged = Order.paid(Terms.plain(PAID, PICKUP_DUE, DELIVERY_DUE, Set.of(flag)));
        assertThat(measures(flagged)).isEmpty();
        assertThat(measures(flagged.signed(PAID.plusSeconds(3600))))
                .containsOnlyKeys("delivery.due", "delivery.on-time");
    }

    @Test
    void aRefundAfterExactlySixtySecondsTakesTheOrderBack() {
        assertThat(measures(ORDER.refunded(PAID.plusSeconds(60)))).isEmpty();
        assertThat(measures(ORDER.refunded(PAID.plusSeconds(60).plusNanos(1_000))))
                .containsKey("order.paid");
    }

    @Test
    void aPickupAtExactlyTheDueTimeIsOnTime() {
        assertThat(measures(ORDER.pickedUp(PICKUP_DUE)))
                .containsEntry("pickup.due", 1L)
                .containsEntry("pickup.on-time", 1L)
                .containsEntry("pickup.done", 1L)
                .containsEntry("pickup.seconds", 48 * 3600L);
    }

    @Test
    void aLatePickupCountsAsDueOnItsDueDayAndAsDoneOnItsOwn() {
        Instant late = PICKUP_DUE.plusNanos(1_000);
        var order = ORDER.pickedUp(late);
        assertThat(measures(order)).containsEntry("pickup.due", 1L).doesNotContainKey("pickup.on-time");
        assertThat(anchor(order, "pickup.due")).isEqualTo(PICKUP_DUE);
        assertThat(anchor(order, "pickup.done")).isEqualTo(late);
    }

    @Test
    void aHandOverRecordedBeforeThePaymentCountsAtTheTimeItBears() {
        var order = ORDER.pickedUp(PAID.minusSeconds(3600));
        assertThat(measures(order)).containsEntry("pickup.done", 1L).doesNotContainKey("pickup.seconds");
        assertThat(anchor(order, "pickup.due")).isEqualTo(PAID.minusSeconds(3600));
    }

    @Test
    void whatIsOpenPastItsLimitIsLateOnItsDueDay() {
        var order = ORDER.passed(PICKUP_DUE.plusNanos(1_000));
        assertThat(measures(order)).containsOnlyKeys("order.paid", "pickup.due");
        assertThat(anchor(order, "pickup.due")).isEqualTo(PICKUP_DUE);
    }

    @Test
    void whatIsDueRightNowIsStillOpen() {
        assertThat(measures(ORDER.passed(PICKUP_DUE))).containsOnlyKeys("order.paid");
    }

    @Test
    void aPickupAfterTheSweepAddsNothingMoreToWhatWasDue() {
        var order = ORDER.passed(LATER).pickedUp(LATER);
        assertThat(measures(order)).containsEntry("pickup.due", 1L).doesNotContainKey("pickup.on-time");
    }

    @Test
    void aSignatureCountsOnItsDayAndMeetsThePromise() {
        Instant at = PAID.plusSeconds(3 * 86_400);
        var order = ORDER.signed(at);
        assertThat(measures(order)).containsOnlyKeys("order.paid", "order.signed", "delivery.due", "delivery.on-time");
        assertThat(anchor(order, "delivery.due")).isEqualTo(at);
    }

    @Test
    void aPromisedDayIsKeptUntilItsLastInstant() {
        Instant midnight = BusinessDay.start(BusinessDay.of(PAID).plusDays(3));
        var byDay = Order.paid(Terms.plain(
                PAID, PICKUP_DUE, BusinessDay.end(BusinessDay.of(PAID).plusDays(2)), Set.of()));
        assertThat(measures(byDay.signed(midnight.minusNanos(1_000)))).containsKey("delivery.on-time");
        assertThat(measures(byDay.signed(midnight))).doesNotContainKey("delivery.on-time");
    }

    @Test
    void theCalendarDayAfterPaymentInShanghaiIsTheNextDay() {
        Instant dayAfterNext = BusinessDay.start(BusinessDay.of(PAID).plusDays(2));
        assertThat(measures(ORDER.signed(dayAfterNext.minusNanos(1_000)))).containsEntry("delivery.next-day", 1L);
        assertThat(measures(ORDER.signed(dayAfterNext))).doesNotContainKey("delivery.next-day");
    }

    @Test
    void anOrderCancelledBeforeBothIsNeverDue() {
        var order = cancelled(ORDER, PICKUP_DUE.minusNanos(1_000));
        assertThat(measures(order)).containsOnlyKeys("order.paid");
        assertThat(measures(order.passed(LATER))).containsOnlyKeys("order.paid");
    }

    @Test
    void anOrderCancelledPastItsPickupLimitStaysLateWhetherOrNotASweepLooked() {
        var order = cancelled(ORDER, PICKUP_DUE.plusSeconds(1));
        assertThat(measures(order)).containsOnlyKeys("order.paid", "pickup.due");
        assertThat(OrderMeasures.of(order.passed(LATER))).isEqualTo(OrderMeasures.of(order));
    }

    @Test
    void aPickupAfterACancellationIsDoneButNotDue() {
        var order = cancelled(ORDER, PAID.plusSeconds(60)).pickedUp(PAID.plusSeconds(120));
        assertThat(measures(order)).containsKey("pickup.done").doesNotContainKey("pickup.due");
    }

    @Test
    void aLateScanFromBeforeTheCancellationMakesItVoid() {
        var order = cancelled(ORDER, PAID.plusSeconds(120)).pickedUp(PAID.plusSeconds(60));
        assertThat(order).isInstanceOf(Order.PickedUp.class);
        assertThat(measures(order)).containsKeys("pickup.due", "pickup.on-time");
    }

    @Test
    void aCancellationAfterTheHandOverIsNotAllowedAndOneBeforeItIs() {
        var order = ORDER.signed(PAID.plusSeconds(600));
        assertThat(order.cancelled(PAID.plusSeconds(601))).isEmpty();
        assertThat(order.cancelled(PAID.plusSeconds(599))).get().isInstanceOf(Order.Cancelled.class);
    }

    @Test
    void theNextDueTimeIsTheFirstThatIsStillOpen() {
        assertThat(OrderMeasures.nextDueAt(ORDER)).contains(PICKUP_DUE);
        assertThat(OrderMeasures.nextDueAt(ORDER.pickedUp(LATER))).contains(DELIVERY_DUE);
        assertThat(OrderMeasures.nextDueAt(ORDER.passed(PICKUP_DUE.plusSeconds(1))))
                .contains(DELIVERY_DUE);
        assertThat(OrderMeasures.nextDueAt(ORDER.signed(PAID))).contains(PICKUP_DUE);
        assertThat(OrderMeasures.nextDueAt(ORDER.passed(LATER))).isEmpty();
        assertThat(OrderMeasures.nextDueAt(cancelled(ORDER, PAID))).isEmpty();
    }

    private static Order excluded(Order order, Set<String> pickupBy, Set<String> deliveryBy) {
        return excluded(order, new Exclusions(new TreeSet<>(pickupBy), new TreeSet<>(deliveryBy), Optional.empty()));
    }

    private static Order lost(Order order, Instant at) {
        return OrderMove.lostByForceMajeure(ID, LATER, Optional.of(at))
                .change()
                .apply(order)
                .orElseThrow();
    }

    private static Order excluded(Order order, Exclusions now) {
        return OrderMove.excluded(ID, LATER, now, "disruption/flood-1")
                .change()
                .apply(order)
                .orElseThrow();
    }

    @Test
    void aLegThatADisruptionExcludesIsNeitherDueNorOnTimeAndComesBackWithoutIt() {
        var late = ORDER.passed(LATER);
        var excluded = excluded(late, Set.of("flood-1"), Set.of("flood-1", "strike-2"));
        assertThat(measures(excluded)).containsOnlyKeys("order.paid");
        assertThat(OrderMeasures.nextDueAt(excluded)).isEmpty();
        assertThat(measures(excluded(excluded, Set.of(), Set.of("strike-2"))))
                .containsOnlyKeys("order.paid", "pickup.due");
        assertThat(OrderMeasures.of(excluded(excluded, Set.of(), Set.of()))).isEqualTo(OrderMeasures.of(late));
    }

    @Test
    void whatWasExcludedWhenItsLimitPassedIsFoundWhenTheDisruptionIsWithdrawn() {
        var excluded = excluded(ORDER, Set.of("flood-1"), Set.of());
        assertThat(OrderMeasures.nextDueAt(excluded)).contains(DELIVERY_DUE);
        assertThat(OrderMeasures.nextDueAt(excluded(excluded, Set.of(), Set.of())))
                .contains(PICKUP_DUE);
    }

    @Test
    void anExcludedOrderIsStillPickedUpAndSigned() {
        var signed =
                excluded(ORDER.pickedUp(PAID.plusSeconds(60)).signed(PAID.plusSeconds(9000)), Set.of("f"), Set.of("f"));
        assertThat(measures(signed))
                .doesNotContainKeys("pickup.due", "delivery.due")
                .containsKeys("pickup.done", "order.signed");
    }

    @Test
    void anOrderLostByForceMajeureBeforeItWasDueIsNeverDueAndOneLostLaterIsLate() {
        var lost = lost(ORDER.pickedUp(PICKUP_DUE), DELIVERY_DUE.minusNanos(1_000));
        assertThat(measures(lost.passed(LATER)))
                .doesNotContainKey("delivery.due")
                .containsKey("pickup.due");
        assertThat(OrderMeasures.nextDueAt(lost)).isEmpty();
        assertThat(measures(lost(ORDER, DELIVERY_DUE)))
                .containsEntry("delivery.due", 1L)
                .doesNotContainKey("delivery.on-time");
    }

    @Test
    void theParcelsScansAndWhatIsToldOfTheOrderGiveTheEarlierOfBoth() {
        var parcels = new Parcels(
                1, Optional.of(PAID.plusSeconds(60)), Optional.of(LATER), Optional.empty(), Optional.empty());
        var moved = Order.of(ORDER.pickedUp(PAID.plusSeconds(90))
                .signed(PAID.plusSeconds(9000))
                .account()
                .with(parcels));
        assertThat(moved.pickedUpAt()).contains(PAID.plusSeconds(60));
        assertThat(moved.signedAt()).contains(PAID.plusSeconds(9000));
    }

    @Test
    void aLostParcelLeavesTheDeliveryOpenUntilItsDueDay() {
        var lost = Order.of(ORDER.account()
                .with(new Parcels(
                        1,
                        Optional.of(PAID),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(PAID.plusSeconds(9000)))));
        assertThat(lost).isInstanceOf(Order.Lost.class);
        assertThat(measures(lost)).doesNotContainKey("delivery.due");
        assertThat(OrderMeasures.nextDueAt(lost)).contains(DELIVERY_DUE);
        assertThat(anchor(lost.passed(LATER), "delivery.due")).isEqualTo(DELIVERY_DUE);
    }

    @Test
    void aCancellationThatALatePickupMadeVoidHoldsAgainWhenTheParcelIsNotTheWholeOrder() {
        var all =
                new Parcels(1, Optional.of(PAID.plusSeconds(60)), Optional.empty(), Optional.empty(), Optional.empty());
        var cancelled = cancelled(ORDER, PAID.plusSeconds(90));
        var voided = Order.of(cancelled.account().with(all));
        assertThat(voided).isInstanceOf(Order.PickedUp.class);
        assertThat(Order.of(voided.account().with(Parcels.NONE))).isEqualTo(cancelled);
    }
}
