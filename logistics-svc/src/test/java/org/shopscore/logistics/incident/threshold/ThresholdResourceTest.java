package org.shopscore.logistics.incident.threshold;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class ThresholdResourceTest {

    private final String id = "t-" + UUID.randomUUID();
    private final String carrier = "c-" + id.substring(2, 20);

    private ValidatableResponse put(String thresholdId, int noScanHours, String ifMatch) {
        String body = "{\"carrier\":\"%s\",\"noScanHours\":%d,\"inTransitHours\":96}".formatted(carrier, noScanHours);
        return put(thresholdId, body, ifMatch);
    }

    private static ValidatableResponse put(String thresholdId, String body, String ifMatch) {
        var request = given().contentType(ContentType.JSON).body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/v1/exception-thresholds/" + thresholdId)
                .then();
    }

    @Test
    void aLaneHasOneThresholdWhoseHoursAreEditedFromTheStoredVersion() {
        put(id, 24, null).statusCode(201).header("ETag", "\"1\"").body("noScanHours", equalTo(24));
        put(id, 24, null).statusCode(200).body("version", equalTo(1));
        put(id, 36, null).statusCode(428);
        put(id, 36, "\"1\"").statusCode(200).header("ETag", "\"2\"").body("noScanHours", equalTo(36));
        put(id, 48, "\"1\"").statusCode(412);
        put(id + "-b", 24, null)
                .statusCode(409)
                .body("code", equalTo("threshold-exists"))
                .body("thresholdId", equalTo(id));
        put("default", 24, "*").statusCode(409).body("code", equalTo("threshold-differs"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"noScanHours":0,"inTransitHours":96}             | 400 | invalid-field | noScanHours
            {"noScanHours":24}                                | 400 | invalid-field | inTransitHours
            {"noScanHours":24,"inTransitHours":9999}          | 400 | invalid-field | inTransitHours
            {"to":"新疆","noScanHours":24,"inTransitHours":96} | 400 | invalid-field | to
            {"noScanHours":"一天","inTransitHours":96}          | 400 | wrong-type    | noScanHours
            """)
    void aBadThresholdIsRefusedWithTheField(String body, int status, String code, String field) {
        put(id, body, null).statusCode(status).body("code", equalTo(code)).body("errors[0].field", equalTo(field));
    }

    @Test
    void theListBeginsWithWhatEveryServiceBringsAlong() {
        List<String> ids = given().queryParam("pageSize", 200)
                .get("/v1/exception-thresholds")
                .then()
                .statusCode(200)
                .body("thresholds.thresholdId", hasItems("default", "to-tibet", "to-xinjiang"))
                .extract()
                .path("thresholds.thresholdId");
        assertThat(ids).isSorted();
    }
}
