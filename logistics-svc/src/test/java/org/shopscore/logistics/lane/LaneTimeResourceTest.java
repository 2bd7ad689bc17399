package org.shopscore.logistics.lane;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.logistics.order.LaneTimes;
import org.shopscore.logistics.region.Region;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class LaneTimeResourceTest {

    @Inject
    LaneTimes laneTimes;

    /** A carrier that no other test knows. */
    private final String carrier = "c-" + UUID.randomUUID().toString().substring(0, 8);

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private ValidatableResponse put(String from, String to, Instant validFrom, int transitHours) {
        return put(from, to, """
                {"validFrom":"%s","pickupHours":24,"transitHours":%d,"level":"NATIONAL","priceMinor":350,"currency":"CNY"}""".formatted(validFrom, transitHours));
    }

    private ValidatableResponse put(String from, String to, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .put("/v1/lane-times/" + carrier + "/" + from + "/" + to)
                .then();
    }

    private Optional<LaneTimes.LaneTime> promised(String from, String to, Instant start) {
        return laneTimes
                .of(carrier, new Region(from), new Region(to), start)
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    @Test
    void aNewLaneTimeIsInForceForTheNextOrder() {
        put("CN-37", "CN-11", now, 30).statusCode(201).body("transitHours", equalTo(30));
        assertThat(promised("CN-370112", "CN-110101", now))
                .contains(new LaneTimes.LaneTime(Duration.ofHours(24), Duration.ofHours(30)));
    }

    @Test
    void theSameAgainIsHarmlessAndOtherContentIsRefusedWithWhatIsKnown() {
        put("CN-37", "CN-11", now, 30).statusCode(201);
        put("CN-37", "CN-11", now, 30).statusCode(200);
        put("CN-37", "CN-11", now, 31)
                .statusCode(409)
                .body("code", equalTo("lane-time-differs"))
                .body("known.transitHours", equalTo(30));
    }

    @Test
    void whatWasReadyBeforeALaterDateKeepsWhatHeldThen() {
        put("CN-37", "CN-11", now.minusSeconds(3600), 30);
        put("CN-37", "CN-11", now, 20).statusCode(201);
        assertThat(promised("CN-37", "CN-11", now.minusSeconds(1)).orElseThrow().transit())
                .isEqualTo(Duration.ofHours(30));
        assertThat(promised("CN-37", "CN-11", now).orElseThrow().transit()).isEqualTo(Duration.ofHours(20));
    }

    @Test
    void anOrderWithoutDueTimesIsPromisedThoseOfItsLaneAndKeepsThem() {
        put("CN-37", "CN-11", now.minusSeconds(7200), 30).statusCode(201);
        String order = "/v1/shops/shop-" + carrier + "/orders/o-1";
        Instant paidAt = now.minusSeconds(3600);
        given().contentType(ContentType.JSON)
                .body("""
                        {"paidAt":"%s","from":"CN-370112","to":"CN-110101","carrier":"%s"}""".formatted(paidAt, carrier))
                .put(order)
                .then()
                .statusCode(201)
                .body("pickupDueAt", equalTo(paidAt.plus(Duration.ofHours(24)).toString()))
                .body(
                        "deliveryPromisedAt",
                        equalTo(paidAt.plus(Duration.ofHours(54)).toString()));
        put("CN-370112", "CN-11", now.minusSeconds(7200), 99).statusCode(201);
        given().get(order)
                .then()
                .body(
                        "deliveryPromisedAt",
                        equalTo(paidAt.plus(Duration.ofHours(54)).toString()));
    }

    @Test
    void aCarrierWithNothingOfItsOwnHasTheDefaultAndOutsideItNothing() {
        assertThat(promised("CN-37", "CN-11", now).orElseThrow().transit()).isEqualTo(Duration.ofDays(4));
        assertThat(promised("US-CA", "CN-11", now)).isEmpty();
    }

    @Test
    void theAnswerNamesTheLaneItWasWrittenFor() {
        put("CN-37", "CN", now, 30);
        given().get("/v1/lane-times/" + carrier + "/CN-370112/CN-110101")
                .then()
                .statusCode(200)
                .body("from", equalTo("CN-37"))
                .body("to", equalTo("CN"))
                .body("priceMinor", equalTo(350));
        given().get("/v1/lane-times/" + carrier + "/CN-370112/CN-110101?at=" + now.minusSeconds(1))
                .then()
                .body("carrier", equalTo("any"))
                .body("priceMinor", nullValue());
        given().get("/v1/lane-times/" + carrier + "/US/CN")
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-lane"));
    }

    @Test
    void theListGoesOnWhereThePageBeforeEnded() {
        for (int i = 0; i < 5; i++) {
            put("CN-3" + i, "CN", now, 30);
            put("CN-3" + i, "CN", now.plusSeconds(1), 40);
        }
        var found = new ArrayList<String>();
        String token = "";
        do {
            var page = given().queryParam("carrier", carrier)
                    .queryParam("from", "CN-3")
                    .queryParam("pageSize", 3)
                    .queryParam("pageToken", token)
                    .get("/v1/lane-times")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            page.getList("laneTimes", java.util.Map.class)
                    .forEach(one -> found.add(one.get("from") + " " + one.get("transitHours")));
            token = page.getString("nextPageToken");
        } while (token != null);
        assertThat(found)
                .containsExactly(
                        "CN-30 30",
                        "CN-30 40",
                        "CN-31 30",
                        "CN-31 40",
                        "CN-32 30",
                        "CN-32 40",
                        "CN-33 30",
                        "CN-33 40",
                        "CN-34 30",
                        "CN-34 40");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "validFrom     | {'pickupHours':1,'transitHours':1,'level':'NATIONAL'}",
                "pickupHours   | {'validFrom':'NOW','pickupHours':0,'transitHours':1,'level':'NATIONAL'}",
                "transitHours  | {'validFrom':'NOW','pickupHours':1,'transitHours':1441,'level':'NATIONAL'}",
                "level         | {'validFrom':'NOW','pickupHours':1,'transitHours':1}",
                "level         | {'validFrom':'NOW','pickupHours':1,'transitHours':1,'level':'DRONE'}",
                "priceMinor    | {'validFrom':'NOW','pickupHours':1,'transitHours':1,'level':'NATIONAL','priceMinor':-1,'currency':'CNY'}",
                "currency      | {'validFrom':'NOW','pickupHours':1,'transitHours':1,'level':'NATIONAL','priceMinor':1}",
                "currency      | {'validFrom':'NOW','pickupHours':1,'transitHours':1,'level':'NATIONAL','priceMinor':1,'currency':'元'}"
            })
    void aBadFieldNamesItself(String field, String body) {
        put("CN-37", "CN-11", body.replace('\'', '"').replace("NOW", now.toString()))
                .statusCode(400)
                .body("errors.field", hasItem(equalTo(field)));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/lane-times/YTO/CN/CN, 400",
        "/v1/lane-times/yto/cn/CN, 400",
        "/v1/lane-times/yto/CN/CN-, 400",
        "/v1/lane-times/yto/CN/CN?at=tomorrow, 400",
        "/v1/lane-times?pageSize=201, 400",
        "/v1/lane-times?pageSize=0, 400",
        "/v1/lane-times?pageToken=eA, 400",
        "/v1/lane-times?pageToken=eB94H3gfeA, 400",
        "/v1/lane-times?from=cn, 400"
    })
    void aBadAddressIsRefused(String address, int status) {
        given().get(address).then().statusCode(status).contentType("application/problem+json");
    }

    @Test
    void theDocumentTellsTheAddressesAndHowTheyMayBeRefused() {
        String at = "paths.'/v1/lane-times/{carrier}/{from}/{to}'";
        given().get("/q/openapi?format=json")
                .then()
                .body(at + ".put.responses.keySet()", hasItems("200", "201", "400", "409"))
                .body(at + ".get.responses.keySet()", hasItems("200", "400", "404"))
                .body("paths.'/v1/lane-times'.get.parameters.name", hasItems("carrier", "pageSize", "pageToken"));
    }
}
