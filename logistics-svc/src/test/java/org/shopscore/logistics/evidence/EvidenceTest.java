package org.shopscore.logistics.evidence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.logistics.bulk.Sender;
import org.shopscore.metric.BusinessDay;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class EvidenceTest {

    private static final String HEADER =
            "orderId,paidAt,pickupDueAt,deliveryPromisedAt,flags,pickedUpAt,signedAt,cancelledAt,refundedAt";

    private final Sender sender = Sender.anew();

    private final Lists lists = new Lists(sender.shopId());

    private LocalDate day(int daysAgo) {
        return BusinessDay.of(sender.daysAgo(daysAgo));
    }

    private String order(String orderId, int paid, int pickup, int promise, String told) {
        return String.join(
                ",",
                orderId,
                sender.daysAgo(paid).toString(),
                sender.daysAgo(pickup).toString(),
                sender.daysAgo(promise).toString(),
                told);
    }

    @Test
    void theOrdersBehindAMeasureSayWhetherTheyCountWhereAndWhy() {
        sender.orders(
                HEADER,
                order("late", 9, 8, 6, ",%s,%s,,".formatted(sender.daysAgo(8), sender.daysAgo(5))),
                order("in-time", 9, 8, 6, ",%s,%s,,".formatted(sender.daysAgo(8), sender.daysAgo(7))),
                order("cancelled", 9, 8, 6, ",,,%s,".formatted(sender.daysAgo(9))),
                order("open", 9, 8, -2, "GIFT,%s,,,".formatted(sender.daysAgo(8))));
        lists.get("delivery.on-time", day(9), day(-3), "")
                .statusCode(200)
                .body("total", equalTo(1))
                .body("pageSum", equalTo(1))
                .body("facts.ref", contains("order/in-time", "order/cancelled", "order/late", "order/open"))
                .body("facts.why", contains("COUNTED", "CANCELLED", "LATE", "NOT_YET_DUE"))
                .body("facts.amount", contains(1, 0, 0, 0))
                .body("facts.counted", contains(true, false, false, false))
                .body("facts[0].day", equalTo(day(7).toString()))
                .body("facts[0].anchoredAt", equalTo(sender.daysAgo(7).toString()))
                .body("facts[0].doneAt", equalTo(sender.daysAgo(7).toString()))
                .body("facts[2].anchoredAt", equalTo(sender.daysAgo(6).toString()))
                .body("facts[2].dueAt", equalTo(sender.daysAgo(6).toString()))
                .body("facts[2].doneAt", equalTo(sender.daysAgo(5).toString()))
                .body("facts[3].doneAt", nullValue())
                .body("nextPageToken", nullValue());
        lists.get("order.paid", day(9), day(9), "")
                .body("total", equalTo(3))
                .body("facts.find { it.ref == 'order/open' }.why", equalTo("NOT_VALID"))
                .body("facts.find { it.ref == 'order/open' }.because", equalTo(List.of("GIFT")));
    }

    @Test
    void daysAreThoseOfShanghaiBothEndsIncluded() {
        var midnight = BusinessDay.start(day(4));
        sender.orders(
                HEADER,
                "first,%s,%s,%s,,,,,".formatted(midnight, sender.now(), sender.now()),
                "last,%s,%s,%s,,,,,".formatted(BusinessDay.end(day(4)), sender.now(), sender.now()),
                "before,%s,%s,%s,,,,,".formatted(midnight.minusNanos(1_000), sender.now(), sender.now()),
                "after,%s,%s,%s,,,,,".formatted(BusinessDay.start(day(3)), sender.now(), sender.now()));
        lists.get("order.paid", day(4), day(4), "").body("facts.ref", contains("order/first", "order/last"));
        lists.get("order.paid", day(5), day(3), "").body("total", equalTo(4));
    }

    @Test
    void pagesFollowEachOtherAlsoThroughOrdersOfTheSameInstant() {
        var lines = new java.util.ArrayList<>(List.of(HEADER));
        for (int n = 0; n < 25; n++) {
            lines.add(order("o-%02d".formatted(n), 4, 1, 1, ",,,,"));
        }
        sender.orders(lines.toArray(String[]::new)).body("created", equalTo(25));
        var read = lists.all("order.paid", day(4), day(4), 10);
        assertThat(read.refs()).hasSize(25).isSorted().doesNotHaveDuplicates();
        assertThat(read.pages()).isEqualTo(3);
        assertThat(read.pageSums()).isEqualTo(25);
        assertThat(read.totals()).containsOnly(25L);
    }

    @Test
    void theWholeListIsATable() {
        sender.orders(
                HEADER, order("o-1", 9, 8, 6, "GIFT SAMPLE,%s,%s,,".formatted(sender.daysAgo(8), sender.daysAgo(5))));
        assertThat(lists.csv("order.paid", day(9), day(9)))
                .isEqualTo("ref,day,anchoredAt,amount,counted,why,because,dueAt,doneAt\r\n"
                        + "order/o-1,%s,%s,0,false,NOT_VALID,GIFT SAMPLE,,\r\n".formatted(day(9), sender.daysAgo(9)));
        assertThat(lists.csv("delivery.due", day(6), day(6)))
                .endsWith("order/o-1,%s,%s,1,true,COUNTED,,%s,%s\r\n"
                        .formatted(day(6), sender.daysAgo(6), sender.daysAgo(6), sender.daysAgo(5)));
    }

    @Test
    void aMeasureOfAnotherServiceIsNotFoundHereAndItsOwnerIsNamed() {
        sender.orders(HEADER, order("o-1", 9, 8, 6, ",,,,"));
        lists.get("review.stars", day(9), day(1), "")
                .statusCode(404)
                .body("code", equalTo("measure-of-another-service"))
                .body("owner", equalTo("/after-sales-svc"))
                .body("measures", hasItem("delivery.on-time"));
        lists.get("delivery.speed", day(9), day(1), "").statusCode(404).body("code", equalTo("unknown-measure"));
    }

    @Test
    void aShopOfWhichNothingIsKnownIsNotFound() {
        lists.get("order.paid", day(9), day(1), "").statusCode(404).body("code", equalTo("unknown-shop"));
        given().accept("text/csv")
                .get(lists.address("order.paid", day(9), day(1)))
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-shop"));
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-03-01&to=2026-03-02, measure",
        "measure=order.paid&to=2026-03-02, from",
        "measure=order.paid&from=2026-03-01, to",
        "measure=order.paid&from=2026-02-30&to=2026-03-02, from",
        "measure=order.paid&from=%2B999999999-12-31&to=2026-03-02, from",
        "measure=order.paid&from=2026-03-03&to=2026-03-02, from",
        "measure=order.paid&from=2026-01-01&to=2027-03-02, to",
        "measure=order.paid&from=2026-03-01&to=2026-03-02&pageSize=201, pageSize"
    })
    void aQuestionThatCannotBeMeantIsRefusedWithItsField(String query, String field) {
        given().urlEncodingEnabled(false)
                .get("/v1/shops/shop-1/evidence?" + query)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-field"))
                .body("errors[0].field", equalTo(field));
    }

    @Test
    void aTokenThatNoListHasGivenIsRefused() {
        lists.get("order.paid", day(2), day(1), "&pageToken=bm9wZQ")
                .statusCode(400)
                .body("code", equalTo("invalid-page-token"));
    }
}
