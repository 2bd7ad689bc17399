package org.shopscore.suite.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FactTest {

    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");

    @Test
    void anOrderIsPutUnderItsShopWithItsDueTimes() {
        var paid =
                new OrderFact.Paid("s", "o-1", NOON, NOON.plusSeconds(60), new Promise.Day(LocalDate.of(2026, 3, 5)));
        assertThat(paid.command())
                .isEqualTo(new Command(
                        Team.LOGISTICS,
                        "/v1/shops/s/orders/o-1",
                        "{\"paidAt\":\"2026-03-01T04:00:00Z\",\"pickupDueAt\":\"2026-03-01T04:01:00Z\","
                                + "\"deliveryPromisedDay\":\"2026-03-05\"}"));
    }

    @Test
    void aReviewGoesToAfterSalesAndAMessageToCustomerService() {
        assertThat(new OrderFact.Reviewed("s", "o", "r", 4, NOON).command())
                .isEqualTo(new Command(
                        Team.AFTER_SALES,
                        "/v1/shops/s/orders/o/reviews/r",
                        "{\"stars\":4,\"ratedAt\":\"2026-03-01T04:00:00Z\"}"));
        assertThat(new ChatFact.Said("s", "c", "m", ChatFact.Author.BUYER, NOON).command())
                .isEqualTo(new Command(
                        Team.CUSTOMER_SERVICE,
                        "/v1/shops/s/sessions/c/messages/m",
                        "{\"author\":\"BUYER\",\"sentAt\":\"2026-03-01T04:00:00Z\"}"));
    }

    @Test
    void movingAnOrderMovesEachOfItsTimesByTheSameWeeks() {
        var paid =
                new OrderFact.Paid("s", "o-1", NOON, NOON.plusSeconds(60), new Promise.Day(LocalDate.of(2026, 3, 5)));
        assertThat(paid.movedBy(-2))
                .isEqualTo(new OrderFact.Paid(
                        "s",
                        "o-1",
                        Instant.parse("2026-02-15T04:00:00Z"),
                        Instant.parse("2026-02-15T04:01:00Z"),
                        new Promise.Day(LocalDate.of(2026, 2, 19))));
    }
}
