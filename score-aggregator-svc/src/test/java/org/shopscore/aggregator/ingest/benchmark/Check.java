package org.shopscore.aggregator.ingest.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shopscore.aggregator.score.ReferenceScore;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.metric.Lane;
import org.shopscore.metric.Sources;

/** Asks the service over HTTP for what it has made of a load, and compares it with what must come out. */
record Check(Http http, Expected expected) {

    private static final List<String> SOURCES =
            List.of(Sources.LOGISTICS, Sources.CUSTOMER_SERVICE, Sources.AFTER_SALES);
    private static final int BATCH = 500;
    private static final int SAMPLE = 1_000;

    String all() {
        noneIsMissing();
        tiles();
        scores();
        sample();
        return "%,d tiles' amounts and %,d scores are as recounted, %,d of them to the last digit"
                .formatted(expected.cells().size(), expected.load().shops(), SAMPLE);
    }

    private void noneIsMissing() {
        assertThat(http.ops("/ops/holes").path("holes")).isEmpty();
        assertThat(http.ops("/ops/ingest").path("quarantined").asLong()).isZero();
    }

    private void tiles() {
        var found = new Cells();
        for (int lane = 0; lane < Lane.COUNT; lane++) {
            for (String source : SOURCES) {
                http.ops("/ops/lanes/" + lane + "/tiles?source=" + source)
                        .path("tiles")
                        .forEach(tile -> add(found, tile));
            }
        }
        assertThat(expected.cells().differences(found))
                .as("amounts that differ")
                .isZero();
    }

    private void add(Cells found, JsonNode tile) {
        int shop = Integer.parseInt(tile.path("shop").asText().substring("shop-".length()));
        var day = LocalDate.parse(tile.path("day").asText());
        int daysAgo = Math.toIntExact(day.until(expected.load().today(), ChronoUnit.DAYS));
        tile.path("measures")
                .properties()
                .forEach(cell ->
                        found.add(shop, daysAgo, cell.getKey(), cell.getValue().asLong()));
    }

    private void scores() {
        int shops = expected.load().shops();
        for (int from = 0; from < shops; from += BATCH) {
            String ids = IntStream.range(from, Math.min(shops, from + BATCH))
                    .mapToObj(shop -> "\"" + Load.shopId(shop) + "\"")
                    .collect(Collectors.joining(",", "{\"shopIds\":[", "]}"));
            int shop = from;
            for (JsonNode score : http.post("/v1/scores:batchGet", ids).path("scores")) {
                assertThat(score.path("provisional").path("published").asText())
                        .as(Load.shopId(shop))
                        .isEqualTo(expected.score(shop).published().toPlainString());
                shop++;
            }
            assertThat(shop).isEqualTo(Math.min(shops, from + BATCH));
        }
    }

    /** Days and scores, these with the arithmetic that shares nothing with the engine. */
    private void sample() {
        expected.sample(SAMPLE).forEach((shop, days) -> {
            assertThat(days(shop)).as(Load.shopId(shop)).isEqualTo(days);
            var figures = http.get("/v1/shops/" + Load.shopId(shop) + "/score").path("provisional");
            assertThat(figures.path("stage").asText()).isEqualTo("FORMAL");
            assertThat(figures.path("total").asText())
                    .as(Load.shopId(shop))
                    .isEqualTo(ReferenceScore.total(Shipped.POLICY, expected.sums(shop))
                            .toPlainString());
        });
    }

    private SortedMap<Integer, SortedMap<String, Long>> days(int shop) {
        var load = expected.load();
        var answer = http.get("/v1/shops/%s/measures?from=%s&to=%s"
                .formatted(Load.shopId(shop), load.day(Load.WINDOW - 1), load.today()));
        var days = new TreeMap<Integer, SortedMap<String, Long>>();
        for (JsonNode day : answer.path("days")) {
            var amounts = new TreeMap<String, Long>();
            day.path("measures")
                    .properties()
                    .forEach(cell -> amounts.put(cell.getKey(), cell.getValue().asLong()));
            var date = LocalDate.parse(day.path("day").asText());
            days.put(Math.toIntExact(date.until(load.today(), ChronoUnit.DAYS)), amounts);
        }
        return days;
    }
}
