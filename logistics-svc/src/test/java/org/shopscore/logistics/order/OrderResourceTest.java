package org.shopscore.logistics.order;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shopscore.metric.BusinessDay;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class OrderResourceTest {

    private final Feed feed = Feed.anew();

    @Test
    void aNewOrderIsCreatedAndCanBeRead() {
        feed.paid().statusCode(201).body("state", equalTo("PAID")).body("version", equalTo(1));
        given().get(feed.address())
                .then()
                .statusCode(200)
                .body("shopId", equalTo(feed.shopId()))
                .body("orderId", equalTo("order-1"))
                .body("valid", equalTo(true))
                .body("paidAt", equalTo(feed.paidAt().toString()))
                .body("pickedUpAt", nullValue());
    }

    @Test
    void theSameOrderAgainIsHarmless() {
        feed.paid().statusCode(201);
        feed.paid().statusCode(200).body("version", equalTo(1));
    }

    @Test
    void theSameOrderWithOtherFactsIsRefusedWithEachDifference() {
        feed.paid().statusCode(201);
        feed.paid(feed.paidAt().plusSeconds(1), feed.ahead(), feed.ahead())
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("order-differs"))
                .body("errors.field", equalTo(List.of("paidAt")))
                .body("errors[0].given", equalTo(feed.paidAt().plusSeconds(1).toString()));
    }

    @Test
    void aPromisedDayIsKeptUntilItsLastInstantInShanghai() {
        LocalDate day = BusinessDay.of(feed.ahead());
        feed.put("", """
                {"paidAt":"%s","pickupDueAt":"%s","deliveryPromisedDay":"%s","flags":["GIFT","SAMPLE","GIFT"]}""".formatted(feed.paidAt(), feed.ahead(), day))
                .statusCode(201)
                .body("deliveryPromisedAt", equalTo(BusinessDay.end(day).toString()))
                .body("flags", equalTo(List.of("GIFT", "SAMPLE")))
                .body("valid", equalTo(false));
    }

    @Test
    void anOrderIsPickedUpSignedAndRemembersHow() {
        feed.paid();
        feed.pickedUp(feed.paidAt().plusSeconds(3600)).statusCode(200).body("state", equalTo("PICKED_UP"));
        feed.signed(feed.paidAt().plusSeconds(7200)).statusCode(200).body("state", equalTo("SIGNED"));
        given().get(feed.address() + "/history")
                .then()
                .statusCode(200)
                .body("steps.what", equalTo(List.of("PAID", "PICKED_UP", "SIGNED")))
                .body("steps.to", equalTo(List.of("PAID", "PICKED_UP", "SIGNED")))
                .body("steps[0].from", nullValue())
                .body("steps[2].from", equalTo("PICKED_UP"))
                .body("steps[2].at", equalTo(feed.paidAt().plusSeconds(7200).toString()));
    }

    @Test
    void ofSeveralTellingsTheEarliestCountsAndALaterOneLeavesNoTrace() {
        feed.paid();
        feed.pickedUp(feed.paidAt().plusSeconds(3600)).body("version", equalTo(2));
        feed.pickedUp(feed.paidAt().plusSeconds(3601)).statusCode(200).body("version", equalTo(2));
        feed.pickedUp(feed.paidAt().plusSeconds(3599))
                .statusCode(200)
                .body("version", equalTo(3))
                .body("pickedUpAt", equalTo(feed.paidAt().plusSeconds(3599).toString()));
    }

    @Test
    void anInstantIsKeptInMicrosecondsAndRepeatsAsTheSame() {
        feed.paid();
        Instant fine = feed.paidAt().plusNanos(123_456_789);
        feed.signed(fine)
                .body("signedAt", equalTo(feed.paidAt().plusNanos(123_456_000).toString()));
        feed.signed(fine).body("version", equalTo(2));
    }

    @Test
    void anOrderIsCancelledBeforeItIsHandedOver() {
        feed.paid();
        feed.cancelled(feed.paidAt().plusSeconds(60)).statusCode(200).body("state", equalTo("CANCELLED"));
        feed.cancelled(feed.paidAt().plusSeconds(60)).statusCode(200).body("version", equalTo(2));
    }

    @Test
    void anOrderHandedOverCannotBeCancelledAfterwardsAndNothingIsHalfWritten() throws Exception {
        feed.paid();
        feed.pickedUp(feed.paidAt().plusSeconds(3600));
        var before = Stored.rows(feed.shopId());
        feed.cancelled(feed.paidAt().plusSeconds(3601))
                .statusCode(409)
                .body("code", equalTo("order-handed-over"))
                .body("state", equalTo("PICKED_UP"))
                .body("allowed", hasItem(containsString("cancellation before")));
        assertThat(Stored.rows(feed.shopId())).isEqualTo(before);
    }

    @Test
    void aLateScanFromBeforeTheCancellationMakesItVoid() {
        feed.paid();
        feed.cancelled(feed.paidAt().plusSeconds(7200));
        feed.pickedUp(feed.paidAt().plusSeconds(3600))
                .statusCode(200)
                .body("state", equalTo("PICKED_UP"))
                .body("cancelledAt", nullValue());
    }

    @Test
    void aRefundWithinAMinuteMakesTheOrderInvalid() {
        feed.paid();
        feed.refunded(feed.paidAt().plusSeconds(60)).statusCode(200).body("valid", equalTo(false));
    }

    @Test
    void anUnknownOrderIsNotFoundByAnyCommand() {
        var answers = List.of(
                feed.pickedUp(feed.paidAt()),
                feed.signed(feed.paidAt()),
                feed.cancelled(feed.paidAt()),
                feed.refunded(feed.paidAt()),
                given().get(feed.address()).then(),
                given().get(feed.address() + "/history").then());
        answers.forEach(answer ->
                answer.statusCode(404).contentType("application/problem+json").body("code", equalTo("unknown-order")));
    }

    @Test
    void theOpenApiDocumentTellsEveryAddressAndHowItMayBeRefused() {
        String at = "paths.'/v1/shops/{shopId}/orders/{orderId}";
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body(at + "'.put.responses.keySet()", hasItems("200", "201", "400", "409", "413", "415", "422", "503"))
                .body(at + "/pickup'.put.responses.keySet()", hasItems("200", "400", "404", "422"))
                .body(at + "/signature'.put.summary", equalTo("The last parcel is signed for"))
                .body(at + "/cancellation'.put.responses.'409'.description", containsString("order-handed-over"))
                .body(at + "/refund'.put.responses.keySet()", hasItems("200", "404"))
                .body(at + "/history'.get.responses.keySet()", hasItems("200", "404"));
    }
}
