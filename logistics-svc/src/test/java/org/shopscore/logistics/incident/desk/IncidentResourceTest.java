package org.shopscore.logistics.incident.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.logistics.incident.Desk;
import org.shopscore.logistics.incident.Shop;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.Measures;
import org.shopscore.metric.MetricEvent;
import org.shopscore.platform.PlatformResource;
import org.shopscore.platform.emitter.Announced;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class IncidentResourceTest {

    private final Shop shop = Shop.anew();
    private final Desk desk = new Desk(shop, "shipment-1", "exception-1");

    @BeforeEach
    void aParcelIsUnderWay() {
        shop.order("order-1");
        shop.shipment("shipment-1", "order-1");
    }

    @Test
    void anExceptionIsOpenedOnceAndTheSameAgainAfterwards() {
        desk.open("DAMAGED", shop.hoursAgo(5))
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("state", equalTo("OPEN"))
                .body("occasion", equalTo("BY_HAND"))
                .body("fault", equalTo("CARRIER"))
                .body("openedAt", equalTo(shop.hoursAgo(5).toString()))
                .body("owner", nullValue());
        desk.open("DAMAGED", shop.hoursAgo(5)).statusCode(200).body("version", equalTo(1));
        desk.open("LOST", shop.hoursAgo(5))
                .statusCode(409)
                .body("code", equalTo("exception-differs"))
                .body("errors[0].field", equalTo("type"))
                .body("errors[0].given", equalTo("LOST"));
    }

    @Test
    void openedAgainAsItWasItIsTheSameAlsoWhenItsFaultWasCorrectedMeanwhile() {
        desk.open("DAMAGED", shop.hoursAgo(5));
        desk.fault("MERCHANT").statusCode(200).body("fault", equalTo("MERCHANT"));
        desk.open("DAMAGED", shop.hoursAgo(5)).statusCode(200).body("fault", equalTo("MERCHANT"));
    }

    @Test
    void anExceptionIsTakenSettledAndClosedAndRemembersHow() {
        desk.open("LOST", shop.hoursAgo(5));
        desk.owner("agent-7").statusCode(200).body("state", equalTo("IN_TRACE"));
        desk.owner("agent-8").body("owner", equalTo("agent-8"));
        shop.reshipment("shipment-2", "shipment-1", "order-1");
        desk.put("/remedies/reshipment", "{\"shipmentId\":\"shipment-2\"}")
                .statusCode(200)
                .body("reshipmentId", equalTo("shipment-2"));
        desk.put("/remedies/refund", "{\"askedAt\":\"%s\"}".formatted(shop.hoursAgo(1)))
                .statusCode(200)
                .body("refundAskedAt", equalTo(shop.hoursAgo(1).toString()));
        desk.put("/remedies/compensation", "{\"amountMinor\":1250,\"currency\":\"CNY\"}")
                .statusCode(200)
                .body("compensation.amountMinor", equalTo(1250))
                .body("compensation.currency", equalTo("CNY"));
        desk.close(shop.now()).statusCode(200).body("state", equalTo("CLOSED")).body("version", equalTo(7));
        desk.close(shop.now()).statusCode(200).body("version", equalTo(7));
        desk.get("/history")
                .statusCode(200)
                .body(
                        "steps.what",
                        contains("OPENED", "ASSIGNED", "ASSIGNED", "REMEDIED", "REMEDIED", "REMEDIED", "CLOSED"))
                .body("steps.version", contains(1, 2, 3, 4, 5, 6, 7))
                .body("steps[3].detail", equalTo("RESHIP shipment-2"))
                .body("steps[5].detail", equalTo("CARRIER_COMPENSATION 1250 CNY"));
    }

    @Test
    void whoeverEditsFromAnOldVersionIsRefusedAndTheSameAgainIsNot() {
        desk.open("LOST", shop.hoursAgo(5));
        desk.put("/owner", "{\"owner\":\"agent-7\"}", null).statusCode(428).body("code", equalTo("version-required"));
        desk.put("/owner", "{\"owner\":\"agent-7\"}", "\"1\"").statusCode(200).header("ETag", "\"2\"");
        desk.put("/owner", "{\"owner\":\"agent-7\"}", "\"1\"").statusCode(200).header("ETag", "\"2\"");
        desk.put("/owner", "{\"owner\":\"agent-8\"}", "\"1\"").statusCode(412).body("code", equalTo("version-differs"));
        desk.get().body("owner", equalTo("agent-7"));
    }

    @Test
    void ofManyWhoTakeItAtOnceOneGetsIt() throws Exception {
        desk.open("LOST", shop.hoursAgo(5)).statusCode(201);
        var calls = new ArrayList<Callable<String>>();
        for (int i = 0; i < 12; i++) {
            String body = "{\"owner\":\"agent-" + i + "\"}";
            calls.add(() -> said(desk.put("/owner", body, "\"1\"")));
        }
        try (var callers = Executors.newFixedThreadPool(12)) {
            var answers = new ArrayList<String>();
            for (var call : callers.invokeAll(calls)) {
                answers.add(call.get());
            }
            assertThat(answers).as("of %s", answers).containsOnlyOnce("200").containsOnly("200", "412 version-differs");
        }
        desk.get().body("version", equalTo(2));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /contacts/c-1 | {"at":"2026-03-01T04:00:00Z","whom":"CARRIER","channel":"PHONE","what":"催查"}
            /remedies/refund | {"askedAt":"2026-03-01T04:00:00Z"}
            /closing | {"closedAt":"2026-03-01T04:00:00Z"}
            """)
    void whatNeedsAnOwnerIsRefusedWhileNobodySeesToIt(String part, String body) {
        desk.open("LOST", shop.hoursAgo(5));
        desk.put(part, body)
                .statusCode(409)
                .body("code", equalTo("exception-not-allowed"))
                .body("state", equalTo("OPEN"))
                .body("allowed", contains("owner", "fault", "withdrawal"));
        desk.get().body("version", equalTo(1));
        desk.get("/contacts").body("contacts", empty());
    }

    @Test
    void aWithdrawnExceptionAllowsNothingMore() {
        desk.open("LOST", shop.hoursAgo(5));
        desk.withdraw("重复登记")
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("withdrawalReason", equalTo("重复登记"));
        desk.withdraw("重复登记").statusCode(200).body("version", equalTo(2));
        List<ValidatableResponse> refused =
                List.of(desk.withdraw("其他原因"), desk.owner("agent-7"), desk.fault("BUYER"), desk.close(shop.now()));
        refused.forEach(answer -> answer.statusCode(409)
                .body("code", equalTo("exception-not-allowed"))
                .body("allowed", empty()));
    }

    @Test
    void contactsAreAddedOnceAndKeepNoPersonalData() {
        desk.open("LOST", shop.hoursAgo(5));
        desk.owner("agent-7");
        String said = "{\"at\":\"%s\",\"whom\":\"BUYER\",\"channel\":\"PHONE\",\"what\":\"%s\"}"
                .formatted(shop.hoursAgo(1), "买家电话13812345678，同意补发");
        desk.put("/contacts/c-1", said).statusCode(200).body("contacts.contactId", contains("c-1"));
        desk.put("/contacts/c-1", said).statusCode(200);
        desk.put("/contacts/c-1", said.replace("同意补发", "要求退款"))
                .statusCode(409)
                .body("code", equalTo("contact-differs"));
        desk.get("/contacts")
                .body("contacts.size()", equalTo(1))
                .body("contacts[0].what", containsString("同意补发"))
                .body("contacts[0].what", not(containsString("13812345678")));
        desk.get("/history").body("steps.what", contains("OPENED", "ASSIGNED", "CONTACTED"));
    }

    @Test
    void aShipmentHasOneUnfinishedExceptionOfAKindByHandAndANewOneAfterItIsClosed() {
        desk.open("LOST", shop.hoursAgo(5)).statusCode(201);
        var second = new Desk(shop, "shipment-1", "exception-2");
        second.open("LOST", shop.hoursAgo(4))
                .statusCode(409)
                .body("code", equalTo("exception-exists"))
                .body("exceptionId", equalTo("exception-1"));
        second.open("DAMAGED", shop.hoursAgo(4)).statusCode(201);
        desk.owner("agent-7");
        desk.close(shop.now());
        new Desk(shop, "shipment-1", "exception-3")
                .open("LOST", shop.hoursAgo(4))
                .statusCode(201);
    }

    @Test
    void theSameIdUnderAnotherShipmentIsAnotherContentAndNotFoundThere() {
        shop.shipment("shipment-2", "order-1");
        desk.open("LOST", shop.hoursAgo(5));
        var elsewhere = new Desk(shop, "shipment-2", "exception-1");
        elsewhere.open("LOST", shop.hoursAgo(5)).statusCode(409).body("errors[0].field", equalTo("shipmentId"));
        elsewhere.get().statusCode(404).body("code", equalTo("unknown-exception"));
        elsewhere.owner("agent-7").statusCode(404);
        new Desk(shop, "shipment-9", "exception-1")
                .open("LOST", shop.hoursAgo(5))
                .statusCode(404)
                .body("code", equalTo("unknown-shipment"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /remedies/compensation | {"amountMinor":0,"currency":"CNY"}               | 400 | invalid-field    | amountMinor
            /remedies/compensation | {"amountMinor":12.5,"currency":"CNY"}            | 400 | wrong-type       | amountMinor
            /remedies/compensation | {"amountMinor":1250,"currency":"元"}              | 400 | invalid-field    | currency
            /remedies/compensation | {"amountMinor":1250,"currency":"QQQ"}            | 400 | invalid-field    | currency
            /remedies/reshipment   | {"shipmentId":"shipment-1"}                      | 422 | not-a-reshipment | shipmentId
            /remedies/reshipment   | {"shipmentId":"shipment-9"}                      | 422 | not-a-reshipment | shipmentId
            /fault                 | {"fault":"WEATHER","reason":"台风"}                | 400 | unknown-value    | fault
            /fault                 | {"fault":"CARRIER","reason":" "}                 | 400 | invalid-field    | reason
            /owner                 | {"owner":"张三"}                                  | 400 | invalid-field    | owner
            /closing               | {"closedAt":"2999-01-01T00:00:00Z"}              | 422 | time-in-future   | closedAt
            """)
    void aBadDecisionIsRefusedWithTheFieldAndChangesNothing(
            String part, String body, int status, String code, String field) {
        desk.open("LOST", shop.hoursAgo(5));
        desk.owner("agent-7");
        desk.put(part, body).statusCode(status).body("code", equalTo(code)).body("errors[0].field", equalTo(field));
        desk.get().body("version", equalTo(2));
    }

    @Test
    void listsFilterAndGoOnWhereTheLastPageEnded() {
        for (int i = 0; i < 5; i++) {
            shop.shipment("parcel-" + i, "order-1");
            new Desk(shop, "parcel-" + i, "e-" + i).open(i == 2 ? "REFUSED" : "LOST", shop.hoursAgo(50 - i));
        }
        new Desk(shop, "parcel-1", "e-1").owner("agent-" + shop.id());
        assertThat(ids("pageSize", 2)).containsExactly("e-0", "e-1", "e-2", "e-3", "e-4");
        assertThat(ids("type", "REFUSED")).containsExactly("e-2");
        assertThat(ids("fault", "BUYER")).containsExactly("e-2");
        assertThat(ids("state", "IN_TRACE")).containsExactly("e-1");
        assertThat(ids("openedBefore", shop.hoursAgo(48).toString())).containsExactly("e-0", "e-1");
        given().queryParam("owner", "agent-" + shop.id())
                .get("/v1/exceptions")
                .then()
                .statusCode(200)
                .body("exceptions.exceptionId", contains("e-1"));
        given().queryParam("state", "异常").get("/v1/exceptions").then().statusCode(400);
        given().queryParam("pageToken", "abc")
                .get("/v1/exceptions")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-page-token"));
    }

    private List<String> ids(String parameter, Object value) {
        var found = new ArrayList<String>();
        String token = "";
        while (token != null) {
            var page = given().queryParam(parameter, value)
                    .queryParam("pageToken", token)
                    .get(shop.address() + "/exceptions")
                    .then()
                    .statusCode(200)
                    .extract();
            found.addAll(page.path("exceptions.exceptionId"));
            token = page.path("nextPageToken");
        }
        return found;
    }

    @Test
    void aMeasuredExceptionCountsOnItsDayAndIsTakenBackWithTheReasonWhenWithdrawn() {
        shop.shipment("shipment-2", "order-1");
        desk.open("LABEL_LOST", shop.hoursAgo(30));
        new Desk(shop, "shipment-2", "exception-2").open("REFUSED", shop.hoursAgo(20));
        var paid = Contribution.none().plus(shop.hoursAgo(1_000), Measures.ORDER_PAID, 1);
        Announced.await(shop.id(), paid.plus(shop.hoursAgo(30), Measures.SHIPMENT_EXCEPTIONS, 1));
        desk.withdraw("看错包裹");
        var events = Announced.await(shop.id(), paid);
        assertThat(events)
                .filteredOn(event -> event.ref().equals("exception/exception-1"))
                .extracting(MetricEvent::reason)
                .containsExactly(Optional.empty(), Optional.of("exception-withdrawn"));
    }

    @Test
    void theOpenApiDocumentTellsEveryAddress() {
        String at = "/v1/shops/{shopId}/shipments/{shipmentId}/exceptions/{exceptionId}";
        var parts = List.of(
                "",
                "/owner",
                "/fault",
                "/closing",
                "/withdrawal",
                "/history",
                "/contacts",
                "/contacts/{contactId}",
                "/remedies/reshipment",
                "/remedies/refund",
                "/remedies/compensation");
        var document = given().get("/q/openapi?format=json").then().statusCode(200);
        parts.forEach(part -> document.body("paths.keySet()", hasItems(at + part)));
        document.body("paths.keySet()", hasItems("/v1/exceptions", "/v1/shops/{shopId}/exceptions"));
    }

    /** Status and, of a problem, its code. */
    private static String said(ValidatableResponse answer) {
        var response = answer.extract();
        int status = response.statusCode();
        return status < 400 ? "" + status : status + " " + response.path("code");
    }
}
