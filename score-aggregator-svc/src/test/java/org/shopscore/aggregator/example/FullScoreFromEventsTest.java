package org.shopscore.aggregator.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.official.DayRuns;
import org.shopscore.platform.PlatformResource;

/** EX-8: from events in the log to the whole table of an official score, to the digit. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class FullScoreFromEventsTest extends FromEvents {

    /** Metric, cases, value, points, weight in dimension, weight in total, contribution and gap to 5.0, as the example has them. */
    private static final String TABLE = """
            productRating             400  4.680000 4.4487 0.60 0.2700 1.201149 0.148851
            qualityReturnRate        1500  0.600000 4.6762 0.40 0.1800 0.841716 0.058284
            pickupOnTimeRate         1600 91.875000 4.8230 0.30 0.0600 0.289380 0.010620
            deliveryOnTimeRate       1500 90.000000 4.6305 0.50 0.1000 0.463050 0.036950
            logisticsFaultReturnRate 1600  0.125000 4.5179 0.20 0.0400 0.180716 0.019284
            threeMinuteReplyRate     2000 90.000000 4.5000 0.20 0.0700 0.315000 0.035000
            chatDissatisfactionRate   150  8.000000 4.8929 0.15 0.0525 0.256877 0.005623
            afterSalesSatisfaction    200 90.000000 4.6000 0.20 0.0700 0.322000 0.028000
            refundOnTimeRate          100 91.000000 5.0000 0.20 0.0700 0.350000 0.000000
            complaintOnTimeRate        20 90.000000 4.0000 0.15 0.0525 0.210000 0.052500
            platformHelpRate          500  0.600000 4.5000 0.10 0.0350 0.157500 0.017500
            """;

    private static final int DECIMALS = 6;

    @Test
    void eachMetricGivesWhatTheTableSaysAndTogetherTheyGiveTheFullScore() {
        tellExample();
        DayRuns.run(day);

        var answer = explanation(shop)
                .body("official.stage", equalTo("FORMAL"))
                .body("official.dimensions.goods", equalTo("4.5397"))
                .body("official.dimensions.logistics", equalTo("4.6657"))
                .body("official.dimensions.service", equalTo("4.6039"))
                .body("official.base", equalTo("4.5874"))
                .body("official.deductions", equalTo("0.0000"))
                .body("official.bonuses", hasSize(0))
                .body("official.total", equalTo("4.5874"))
                .body("official.published", equalTo("4.59"))
                .body("official.level", equalTo("GOOD"))
                .extract();
        assertThat(answer.<List<Map<String, ?>>>path("official.metrics").stream()
                        .map(FullScoreFromEventsTest::row))
                .containsExactlyElementsOf(
                        TABLE.lines().map(line -> line.replaceAll(" +", " ")).toList());
        assertThat(figure(answer.path("official.gaps.sum"))).isEqualTo("0.412612");
        assertThat(figure(answer.path("official.gaps.roundingResidual"))).isEqualTo("0.000012");
        assertThat(answer.<String>path("official.gaps.toFull")).isEqualTo("0.4126");
        scores().body("scores.trafficWeight", contains("1.10"));
    }

    @Test
    void serviceInRemoteAreasLiftsLogisticsAndTheFullScoreToExcellent() {
        register(shop, Map.of("category", category, "flags", List.of("remoteAreaService")))
                .statusCode(200);
        tellExample();
        DayRuns.run(day);

        explanation(shop)
                .body("official.bonuses.code", contains("REMOTE_AREA_SERVICE"))
                .body("official.bonuses.target", contains("logistics"))
                .body("official.bonuses.points", contains("0.15"))
                .body("official.dimensions.goods", equalTo("4.5397"))
                .body("official.dimensions.logistics", equalTo("4.8157"))
                .body("official.dimensions.service", equalTo("4.6039"))
                .body("official.base", equalTo("4.6174"))
                .body("official.total", equalTo("4.6174"))
                .body("official.published", equalTo("4.62"))
                .body("official.level", equalTo("EXCELLENT"));
        scores().body("scores.trafficWeight", contains("1.20"));
    }

    private void tellExample() {
        facts.tell(shop, day, example());
        awaitCounted(day, example());
    }

    private static String row(Map<String, ?> metric) {
        return String.join(
                " ",
                (String) metric.get("id"),
                String.valueOf(metric.get("n")),
                (String) metric.get("raw"),
                (String) metric.get("points"),
                (String) metric.get("weight"),
                (String) metric.get("weightInTotal"),
                figure(metric.get("contribution")),
                figure(metric.get("gap")));
    }

    /** The example has 6 decimals, the answer all of them. */
    private static String figure(Object exact) {
        return new BigDecimal((String) exact)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
