package org.shopscore.aggregator.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.platform.PlatformResource;

/** The document says what the service answers, so that a client can be made from it. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class OpenApiTest {

    private static final String SCORE = "paths.'/v1/shops/{shopId}/score'.get.";
    private static final String BATCH = "paths.'/v1/scores:batchGet'.post.responses.'200'.content.";

    private static JsonPath document() {
        return given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void everyOperationHasANameOfItsOwn() {
        Map<String, Map<String, Map<String, Object>>> paths = document().get("paths");

        List<Object> names = paths.values().stream()
                .flatMap(path -> path.values().stream())
                .map(operation -> operation.get("operationId"))
                .toList();

        assertThat(names).hasSizeGreaterThan(30).doesNotContainNull().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "ScoreAnswer, freshness, official",
        "ScoreFigures, total, noScore",
        "MetricFigure, raw, noData",
        "Freshness, completeUntil, nothing",
        "Official, published, cause",
        "Official, dimensions, previous",
        "OfficialRun, state, publishedAt",
        "TerminationCase, state, decision",
        "ExplainedMetric, raw, evidence",
        "Shops, shops, nextPageToken",
        "ShopView, flags, kind",
        "CompactScore, official, nothing",
        "CompactOfficial, trafficWeight, previous"
    })
    void anAnswerTellsWhatIsAlwaysThereFromWhatMayBeLeftOut(String schema, String there, String leftOut) {
        List<String> required = document().getList("components.schemas." + schema + ".required");

        assertThat(required).contains(there).doesNotContain(leftOut);
    }

    @ParameterizedTest
    @CsvSource({
        "ScoreFigures, total",
        "MetricFigure, raw",
        "Freshness, completeUntil",
        "Official, published",
        "Official, trafficWeight",
        "ExplainedFigures, level",
        "PolicyDiffLine, was",
        "CompactScore, provisional"
    })
    void aFigureThatMayBeNullSaysSo(String schema, String property) {
        assertThat(property(schema, property)).contains("null");
    }

    @Test
    void whatIsLeftOutIsNeverNull() {
        assertThat(property("ScoreAnswer", "official")).contains("Official").doesNotContain("null");
        assertThat(property("Official", "noScore")).contains("string").doesNotContain("null");
        assertThat(property("MetricFigure", "noData")).contains("boolean").doesNotContain("null");
    }

    @Test
    void whatIsSentAsAnObjectIsOne() {
        assertThat(property("Official", "dimensions")).contains("object", "additionalProperties");
        assertThat(property("Official", "samples")).contains("object", "additionalProperties", "integer");
        assertThat(property("Official", "cause")).contains("factCount", "difference");
        assertThat(document()
                        .getString("paths.'/v1/policies/{policyId}/versions/{version}/document'.get.responses.'200'"
                                + ".content.'application/json'.schema.type"))
                .isEqualTo("object");
    }

    @Test
    void aScoreIsDescribedInEachOfItsFormsWithItsTag() {
        JsonPath document = document();
        Map<String, Object> headers = document.get(SCORE + "responses.'200'.headers");
        List<String> forms = document.getList(SCORE + "responses.'200'.content.'application/json'.schema.oneOf.'$ref'");

        assertThat(headers).containsKey("ETag");
        assertThat(document.getString(SCORE + "parameters.find { it.name == 'If-None-Match' }.schema.type"))
                .isEqualTo("string");
        assertThat(forms).contains("#/components/schemas/ScoreAnswer", "#/components/schemas/CompactScore");
        assertThat(document.getString(BATCH + "'application/json'.schema.'$ref'"))
                .isEqualTo("#/components/schemas/CompactScores");
        assertThat(document.getString(BATCH + "'application/vnd.shopscore.scores'.schema.format"))
                .isEqualTo("binary");
    }

    @Test
    void aDayOfAQueryIsADateAndRequiredWhereItIs() {
        for (String path : List.of("measures", "scores")) {
            for (String day : List.of("from", "to")) {
                String parameter =
                        "paths.'/v1/shops/{shopId}/" + path + "'.get.parameters.find { it.name == '" + day + "' }.";
                assertThat(document().getBoolean(parameter + "required")).isTrue();
                assertThat(document().getString(parameter + "schema.format")).isEqualTo("date");
            }
        }
    }

    @Test
    void anOperationIsRefusedOnlyAsTheServiceRefusesIt() {
        Map<String, Object> runs = document().get("paths.'/v1/official-runs/{statDate}'.get.responses");
        Map<String, Object> replays = document().get("paths.'/v1/replays'.post.responses");

        List<String> states = document().getList("components.schemas.OfficialRunState.'enum'");

        assertThat(runs).containsKeys("400", "422", "503");
        assertThat(replays).containsKeys("400", "404").doesNotContainKey("422");
        assertThat(states).contains("NOT_REQUESTED", "PUBLISHED");
    }

    private static String property(String schema, String property) {
        return document()
                .<Object>get("components.schemas." + schema + ".properties." + property)
                .toString();
    }
}
