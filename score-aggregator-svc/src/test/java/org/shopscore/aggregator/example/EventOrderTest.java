package org.shopscore.aggregator.example;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shopscore.aggregator.ingest.Facts;
import org.shopscore.aggregator.official.DayRuns;
import org.shopscore.aggregator.tile.Shops;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Measures;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;

/** Two shops with the same facts have the same score, however the facts came. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class EventOrderTest {

    private static final List<String> MEASURES =
            Measures.names().stream().sorted().toList();

    @Inject
    Clock clock;

    private final Facts facts = new Facts();

    @AfterEach
    void close() {
        facts.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void inPartsInAnyOrderRepeatedAndWithCorrectionsThatWereTakenBack(long seed) {
        var random = new Random(seed);
        LocalDate today = BusinessDay.of(clock.instant());
        String plain = Shops.fresh();
        String other = Shops.fresh();
        var expected = new TreeMap<String, Map<String, Long>>();
        for (int fact = 0; fact < 5; fact++) {
            LocalDate on = today.minusDays(1 + random.nextInt(28));
            Map<String, Long> amounts = amounts(random);
            facts.tell(plain, on, amounts);
            inParts(random, other, on, amounts);
            Map<String, Long> correction = amounts(random);
            facts.tell(other, on, correction)
                    .tell(other, on, inverse(correction), "fact/" + fact, Optional.of("appeal"));
            var day = expected.computeIfAbsent(on.toString(), _ -> new TreeMap<>());
            amounts.forEach((measure, amount) -> day.merge(measure, amount, Long::sum));
        }
        facts.sentInDisorder(random);

        assertThat(Await.within(
                        DayRuns.PATIENCE,
                        () -> days(plain, today).equals(expected)
                                && days(other, today).equals(expected)
                                && provisional(plain).equals(provisional(other))))
                .isTrue();
    }

    private void inParts(Random random, String shop, LocalDate on, Map<String, Long> amounts) {
        var rest = new HashMap<>(amounts);
        while (!rest.isEmpty()) {
            var part = new HashMap<String, Long>();
            rest.forEach((measure, amount) -> part.put(measure, 1 + random.nextLong(amount)));
            facts.tell(shop, on, part);
            part.forEach((measure, amount) -> rest.merge(measure, -amount, Long::sum));
            rest.values().removeIf(amount -> amount == 0);
        }
    }

    private static Map<String, Long> amounts(Random random) {
        var amounts = new HashMap<String, Long>();
        for (int i = 0; i < 12; i++) {
            amounts.put(MEASURES.get(random.nextInt(MEASURES.size())), 1L + random.nextInt(300));
        }
        return amounts;
    }

    private static Map<String, Long> inverse(Map<String, Long> amounts) {
        var inverse = new HashMap<String, Long>();
        amounts.forEach((measure, amount) -> inverse.put(measure, -amount));
        return inverse;
    }

    private static Map<String, Map<String, Long>> days(String shop, LocalDate today) {
        List<Map<String, Object>> found = given().queryParam(
                        "from", today.minusDays(29).toString())
                .queryParam("to", today.toString())
                .get("/v1/shops/{id}/measures", shop)
                .path("days");
        var days = new TreeMap<String, Map<String, Long>>();
        if (found != null) {
            found.forEach(day -> {
                var measures = new TreeMap<String, Long>();
                ((Map<?, ?>) day.get("measures"))
                        .forEach((measure, amount) -> measures.put((String) measure, ((Number) amount).longValue()));
                days.put((String) day.get("day"), measures);
            });
        }
        return days;
    }

    private static Map<String, Object> provisional(String shop) {
        return given().get("/v1/shops/{id}/score", shop).path("provisional");
    }
}
