package org.shopscore.logistics.disruption;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class DisruptionResourceTest {

    private static final String STORM = """
            {"region":"ZZ-3701","from":"2026-07-12T16:00:00Z","to":"2026-07-15T16:00:00Z","cause":"WEATHER","note":"暴雨，济南转运中心停运"}""";

    private final String id = "d-" + UUID.randomUUID();

    private ValidatableResponse put(String path, String body, String ifMatch) {
        var request = given().contentType(ContentType.JSON).body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/v1/disruptions/" + id + path)
                .then();
    }

    private static String until(String to) {
        return STORM.replace("2026-07-15T16:00:00Z", to);
    }

    @Test
    void aReportIsNewOnceAndTheSameAgainAfterwards() {
        put("", STORM, null)
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("state", equalTo("STANDING"))
                .body("region", equalTo("ZZ-3701"))
                .body("from", equalTo("2026-07-12T16:00:00Z"))
                .body("cause", equalTo("WEATHER"))
                .body("note", equalTo("暴雨，济南转运中心停运"))
                .body("withdrawnAt", nullValue());
        put("", STORM, null).statusCode(200).body("version", equalTo(1));
        given().get("/v1/disruptions/" + id).then().statusCode(200).header("ETag", "\"1\"");
    }

    @Test
    void anEditIsMadeFromTheStoredVersionAndFromNoOther() {
        put("", STORM, null).statusCode(201);
        String shorter = until("2026-07-14T16:00:00Z");
        put("", shorter, null).statusCode(428).body("code", equalTo("version-required"));
        put("", shorter, "\"1\"").statusCode(200).header("ETag", "\"2\"").body("to", equalTo("2026-07-14T16:00:00Z"));
        put("", shorter, "\"1\"").statusCode(200).body("version", equalTo(2));
        put("", STORM, "\"1\"")
                .statusCode(412)
                .body("code", equalTo("version-differs"))
                .body("version", equalTo(2));
        given().get("/v1/disruptions/" + id + "/history")
                .then()
                .statusCode(200)
                .body("steps.version", contains(1, 2))
                .body("steps.to", contains("2026-07-15T16:00:00Z", "2026-07-14T16:00:00Z"));
    }

    @Test
    void aWithdrawnReportStaysWithdrawnAndNothingElseCanBeDoneToIt() {
        put("", STORM, null);
        put("/withdrawal", "{\"reason\":\"登记错误\"}", null).statusCode(428);
        put("/withdrawal", "{\"reason\":\"登记错误\"}", "\"1\"")
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("withdrawalReason", equalTo("登记错误"))
                .body("version", equalTo(2));
        put("/withdrawal", "{\"reason\":\"登记错误\"}", "\"1\"").statusCode(200).body("version", equalTo(2));
        put("/withdrawal", "{\"reason\":\"其他\"}", "\"2\"")
                .statusCode(409)
                .body("code", equalTo("disruption-withdrawn"));
        put("", STORM, "\"2\"").statusCode(409).body("code", equalTo("disruption-withdrawn"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CN-3701             | 济南                   | 400 | invalid-field | region
            2026-07-15T16:00:00Z | 2026-07-12T16:00:00Z   | 400 | invalid-field | to
            2026-07-15T16:00:00Z | 2999-07-12T16:00:00Z   | 422 | time-too-far  | to
            2026-07-12T16:00:00Z | 1999-07-12T16:00:00Z   | 422 | time-too-old  | from
            2026-07-12T16:00:00Z | 昨天                   | 400 | wrong-type    | from
            WEATHER             | STORM                  | 400 | unknown-value | cause
            """)
    void aBadReportIsRefusedWithTheFieldAndStoresNothing(
            String part, String bad, int status, String code, String field) {
        put("", STORM.replace("ZZ-3701", "CN-3701").replace(part, bad), null)
                .statusCode(status)
                .body("code", equalTo(code))
                .body("errors[0].field", equalTo(field));
        given().get("/v1/disruptions/" + id).then().statusCode(404).body("code", equalTo("unknown-disruption"));
    }

    @Test
    void anUnknownDisruptionIsNotFound() {
        put("/withdrawal", "{\"reason\":\"登记错误\"}", "\"1\"").statusCode(404);
        given().get("/v1/disruptions/" + id + "/orders").then().statusCode(404);
        given().get("/v1/disruptions/" + id + "/history").then().statusCode(404);
    }

    @Test
    void theListGoesThroughAllOfThemPageByPage() {
        var ids = List.of(id + "-1", id + "-2", id + "-3");
        ids.forEach(one -> given().contentType(ContentType.JSON)
                .body(STORM)
                .put("/v1/disruptions/" + one)
                .then()
                .statusCode(201));
        var found = new ArrayList<String>();
        String token = "";
        while (token != null) {
            var page = given().queryParam("pageSize", 2)
                    .queryParam("pageToken", token)
                    .get("/v1/disruptions")
                    .then()
                    .statusCode(200)
                    .extract();
            found.addAll(page.path("disruptions.disruptionId"));
            token = page.path("nextPageToken");
        }
        assertThat(found).containsAll(ids).doesNotHaveDuplicates().isSorted();
        given().queryParam("pageToken", "abc").get("/v1/disruptions").then().statusCode(400);
        given().queryParam("pageSize", 201).get("/v1/disruptions").then().statusCode(400);
    }

    @Test
    void theOpenApiDocumentTellsHowAReportMayBeRefused() {
        String at = "paths.'/v1/disruptions/{disruptionId}";
        given().get("/q/openapi?format=json")
                .then()
                .body(at + "'.put.responses.keySet()", hasItems("200", "201", "409", "412", "428"))
                .body(at + "/withdrawal'.put.responses.keySet()", hasItems("200", "404", "409", "412", "428"))
                .body(at + "/orders'.get.responses.'404'.description", containsString("unknown-disruption"));
    }
}
