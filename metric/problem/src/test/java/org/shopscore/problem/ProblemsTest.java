package org.shopscore.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemsTest {

    private static ValidatableResponse put(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .put("/desks/s-1")
                .then();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        String text = answer.extract().asString();
        assertThat(text).doesNotContain("org.shopscore", "java.", "Exception");
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code));
    }

    private static void fieldProblem(String body, String code, String field, String message, String given) {
        problem(put(body), 400, code)
                .body("errors", hasSize(1))
                .body("errors[0].field", equalTo(field))
                .body("errors[0].message", containsString(message))
                .body("errors[0].given", equalTo(given));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desks/s%00-1", "/desks/s-1?note=a%00b"})
    void anAddressWithAZeroCharacterIsRefused(String address) {
        problem(
                given().urlEncodingEnabled(false)
                        .contentType(ContentType.JSON)
                        .body("{\"at\":\"2026-03-01T04:00:00Z\",\"stars\":5}")
                        .put(address)
                        .then(),
                400,
                "invalid-field");
    }

    /** As bytes: no client sends them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET /desks/s-1/notes/7 HTTP/1.1                       | 400 | Host
            GET /desks/s-1/notes/7 HTTP/1.1, Host: a b            | 400 | Host
            GET /desks/s-1/notes/7 HTTP/1.0                       | 200 | 7 Optional.empty
            GET /desks/s-1/notes/7%00 HTTP/1.0                    | 400 | U+0000
            """)
    void aRequestWithoutAHostIsAnsweredLikeAnyOther(String lines, int status, String said) throws IOException {
        String answer = raw(lines);

        assertThat(answer)
                .startsWith("HTTP/1.")
                .contains(" " + status + " ", said)
                .doesNotContain("Stack", "stack");
        if (status == 400) {
            assertThat(answer).containsIgnoringCase("content-type: application/problem+json");
        }
    }

    /** @param lines up to the empty one, with commas between them */
    private static String raw(String lines) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            String request = lines.replace(", ", "\r\n") + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aGoodBodyComesBack() {
        put("{\"at\":\"2026-03-01T04:00:00Z\",\"stars\":5,\"text\":\"很好\",\"moods\":[\"GOOD\"]}")
                .statusCode(200)
                .body("at", equalTo("2026-03-01T04:00:00Z"))
                .body("text", equalTo("很好"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"at":"2026-03-01T04:00:00Z","stars":        | malformed-json
            {"at":"2026-03-01T04:00:00Z","stars":1}}     | malformed-json
            {"at":"2026-03-01T04:00:00Z","stars":1}{"a":1} | malformed-json
            {"at":"2026-03-01T04:00:00Z","stars":1}"a"   | malformed-json
            {"stars":1,"stars":2}                        | malformed-json
            这不是JSON                                     | malformed-json
            """)
    void whatIsNotJsonIsMalformed(String body, String code) {
        problem(put(body), 400, code).body("detail", containsString("line 1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"stars":1,"size":"XL"}                      | unknown-field | size     | at, moods, stars, text | size
            {"stars":"3"}                                | wrong-type    | stars    | a whole number         | 3
            {"stars":3.5}                                | wrong-type    | stars    | a whole number         | 3.5
            {"stars":99999999999999999999}               | wrong-type    | stars    | a whole number         | 99999999999999999999
            {"at":1772337600}                            | wrong-type    | at       | an instant             | 1772337600
            {"at":"昨天"}                                  | wrong-type    | at       | an instant             | 昨天
            {"at":{}}                                    | wrong-type    | at       | an instant             | {
            {"text":7}                                   | wrong-type    | text     | text                   | 7
            {"moods":["GOOD","SAD"]}                     | unknown-value | moods[1] | one of [GOOD, BAD]     | SAD
            {"moods":[1]}                                | unknown-value | moods[0] | one of [GOOD, BAD]     | 1
            {"moods":"GOOD"}                             | wrong-type    | moods    | a list                 | GOOD
            {"stars":null}                               | wrong-type    | stars    | a whole number         | nothing
            {"stars":3}                                  | invalid-field | at       | must be given          | nothing
            {"at":"2026-03-01T04:00:00Z","stars":6}      | invalid-field | stars    | must be at most 5      | 6
            """)
    void aBadFieldIsNamedWithWhatWasGiven(String body, String code, String field, String message, String given) {
        fieldProblem(body, code, field, message, given);
    }

    @Test
    void aListInsteadOfAnObjectIsRefusedAsTheBody() {
        problem(put("[]"), 400, "wrong-type").body("errors[0].field", equalTo("body"));
    }

    @Test
    void everyBadFieldIsListed() {
        problem(put("{\"stars\":6}"), 400, "invalid-field").body("errors.field", equalTo(List.of("at", "stars")));
    }

    @Test
    void anEmptyBodyIsRefused() {
        problem(given().contentType(ContentType.JSON).put("/desks/s-1").then(), 400, "invalid-field")
                .body("errors[0].field", equalTo("body"));
    }

    @Test
    void whatWasGivenIsCutToAHundredCharacters() {
        String given = problem(put("{\"at\":\"" + "长".repeat(500) + "\"}"), 400, "wrong-type")
                .extract()
                .path("errors[0].given");
        assertThat(given).hasSize(100).endsWith("长…");
    }

    @Test
    void anIdOutsideTheAlphabetIsRefused() {
        problem(
                        given().contentType(ContentType.JSON)
                                .body("{\"at\":\"2026-03-01T04:00:00Z\",\"stars\":1}")
                                .put("/desks/店铺")
                                .then(),
                        400,
                        "invalid-field")
                .body("errors[0].field", equalTo("shopId"))
                .body("errors[0].given", equalTo("店铺"));
    }

    @Test
    void anotherContentTypeIsUnsupported() {
        problem(given().contentType("text/plain").body("x").put("/desks/s-1").then(), 415, "unsupported-media-type")
                .body("detail", containsString("Content-Type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "identity, br", "GZIP"})
    void aCodedBodyIsUnsupported(String coding) {
        problem(coded(coding).put("/desks/s-1").then(), 415, "unsupported-content-encoding")
                .header("Accept-Encoding", "identity")
                .body("detail", containsString(coding));
    }

    @Test
    void aBodyThatIsSaidToBeAsItIsIsTakenAndSoIsARequestWithoutAny() {
        coded("Identity").put("/desks/s-1").then().statusCode(200);
        given().header("Content-Encoding", "gzip")
                .get("/desks/s-1/notes/7")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification coded(String coding) {
        return given().contentType(ContentType.JSON)
                .header("Content-Encoding", coding)
                .body("{\"at\":\"2026-03-01T04:00:00Z\",\"stars\":5}");
    }

    @Test
    void anAnswerOfAnotherTypeIsNotAcceptable() {
        problem(given().accept("text/csv").get("/desks/s-1/notes/7").then(), 406, "not-acceptable")
                .body("detail", containsString("Accept"));
    }

    @Test
    void anUnknownAddressIsNotFound() {
        problem(given().get("/nowhere").then(), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "7?since=tomorrow,               since,    tomorrow",
        "7?pageSize=many,                pageSize, many",
        "7?pageSize=99999999999,         pageSize, 99999999999",
        "7?mood=INDIFFERENT,             mood,     INDIFFERENT",
        "seven,                          number,   seven",
        "7?pageSize=7&since=2026-03-01,  since,    2026-03-01"
    })
    void aValueInTheAddressThatCannotBeReadIsNamed(String address, String field, String value) {
        problem(given().get("/desks/s-1/notes/" + address).then(), 400, "invalid-field")
                .body("errors.field", equalTo(List.of(field)))
                .body("errors[0].given", equalTo(value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DELETE | /desks/s-1                | OPTIONS, PUT
            GET    | /desks/s-1                | OPTIONS, PUT
            PUT    | /desks/s-1/notes/7        | GET, HEAD, OPTIONS
            PUT    | /desks/s-1/drawers/3      | GET, HEAD, OPTIONS
            GET    | /desks/s-1/drawers/3/lock | OPTIONS, PUT
            """)
    void anotherMethodIsNotAllowedAndThoseThatAreAreNamed(String method, String address, String allowed) {
        problem(given().contentType(ContentType.JSON).request(method, address).then(), 405, "method-not-allowed")
                .header("Allow", allowed);
        given().options(address).then().statusCode(204).header("Allow", allowed);
    }

    @Test
    void anUnknownAddressTakesNoMethodAtAll() {
        problem(given().delete("/desks/s-1/drawers").then(), 405, "method-not-allowed");
        problem(given().delete("/desks").then(), 404, "not-found");
        given().options("/desks").then().statusCode(404);
    }

    @Test
    void aBodyOfTenMegabytesIsTooLarge() {
        problem(put("x".repeat(10_000_000)), 413, "body-too-large");
    }

    @Test
    void aRefusalCarriesItsMembersAndWhenToRetry() {
        problem(given().get("/desks/s-1/refused").then(), 409, "note-differs")
                .header("Retry-After", "2")
                .body("detail", equalTo("另一条记录已经存在"))
                .body("met", equalTo("BAD"));
    }

    @Test
    void aBrokenBoundIsUnprocessable() {
        problem(given().get("/desks/s-1/bound").then(), 422, "bound-broken").body("detail", containsString("no shop"));
    }

    @Test
    void aDatabaseThatIsAwayIsUnavailableForNow() {
        problem(given().get("/desks/s-1/database").then(), 503, "database-unavailable")
                .header("Retry-After", "2");
    }

    @Test
    void anythingElseIsAnInternalErrorThatTellsNothing() {
        String text = problem(given().get("/desks/s-1/bug").then(), 500, "internal-error")
                .extract()
                .asString();
        assertThat(text).doesNotContain("secret");
    }

    @Test
    void theOpenApiDocumentTellsHowEachOperationIsRefused() {
        given().accept(ContentType.JSON)
                .get("/q/openapi?format=json")
                .then()
                .body("paths.'/desks/{shopId}'.put.responses", hasKey("422"))
                .body(
                        "paths.'/desks/{shopId}'.put.responses.'400'.content.'application/problem+json'.schema.'$ref'",
                        equalTo("#/components/schemas/Problem"))
                .body("paths.'/desks/{shopId}/{what}'.get.responses.'503'.description", containsString("Retry-After"))
                .body("components.schemas.Problem.required", hasItem("code"));
    }
}
