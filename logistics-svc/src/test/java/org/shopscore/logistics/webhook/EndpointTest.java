package org.shopscore.logistics.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class EndpointTest {

    private final Pusher pusher = Pusher.of("standard");

    private String settings() {
        return "{\"secrets\":[\"" + pusher.secret() + "\"]}";
    }

    @Test
    void anEndpointIsShownWithoutItsSecrets() {
        pusher.settings(settings()).statusCode(201).header("ETag", equalTo("\"1\""));
        given().get("/v1/webhook-endpoints/standard/{id}", pusher.endpointId())
                .then()
                .statusCode(200)
                .body("enabled", equalTo(true))
                .body("version", equalTo(1))
                .body("secrets", hasSize(1))
                .body(not(containsString(pusher.secret())));
        given().get("/v1/webhook-endpoints").then().statusCode(200).body(not(containsString(pusher.secret())));
    }

    @Test
    void theSameSettingsAgainChangeNothingAndOthersNeedTheVersionTheyWereMadeFrom() {
        pusher.settings(settings()).statusCode(201);
        pusher.settings(settings()).statusCode(200).body("version", equalTo(1));
        var other = settings().replace("]}", "],\"customer\":\"42\"}");
        pusher.settings(other).statusCode(428).body("code", equalTo("version-required"));
        pusher.change(other, 7).statusCode(412).body("code", equalTo("version-differs"));
        pusher.change(other, 1).statusCode(200).body("version", equalTo(2)).body("customer", equalTo("42"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                          | secrets
            {"secrets":[]}                                              | secrets
            {"secrets":["short"]}                                       | secrets[0]
            {"secrets":["MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw","%%%"]}      | secrets[1]
            {"secrets":["MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],"sources":["10.0.0.0/40"]} | sources
            {"secrets":["MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],"sources":["example.com"]} | sources
            """)
    void whatCannotBeMeantIsRefusedByItsField(String json, String field) {
        pusher.settings(json)
                .statusCode(400)
                .body("code", equalTo("invalid-field"))
                .body("errors[0].field", equalTo(field));
    }

    @Test
    void aSecretThatIsRefusedIsNotQuoted() {
        pusher.settings("{\"secrets\":[\"not+base64!\"]}").statusCode(400).body(not(containsString("not+base64!")));
    }

    @Test
    void whoNobodyKnowsIsNotFound() {
        given().get("/v1/webhook-endpoints/pigeon/x").then().statusCode(404).body("code", equalTo("unknown-provider"));
        given().get("/v1/webhook-endpoints/standard/{id}", pusher.endpointId())
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-endpoint"));
    }

    @Test
    void theListComesInPages() {
        pusher.settings(settings()).statusCode(201);
        var other = Pusher.of("aftership");
        other.settings("{\"secrets\":[\"12345678\"]}").statusCode(201);
        int seen = 0;
        String token = "";
        do {
            var page = given().queryParam("pageSize", 1)
                    .queryParam("pageToken", token)
                    .get("/v1/webhook-endpoints")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            var id = page.getString("endpoints[0].endpointId");
            seen += id.equals(pusher.endpointId()) || id.equals(other.endpointId()) ? 1 : 0;
            token = page.getString("nextPageToken");
        } while (token != null);
        assertThat(seen).isEqualTo(2);
    }
}
