package org.shopscore.aftersales.review;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.shopscore.metric.Measures.REVIEW_ORDERS_RATED;
import static org.shopscore.metric.Measures.REVIEW_STARS;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.EventJson;
import org.shopscore.metric.OrderFacts;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;
import org.shopscore.platform.emitter.Announced;

@QuarkusTest
@QuarkusTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "durability", value = "DURABLE"))
class OrderFactsTest {

    private final Instant signed = Instant.now().minus(Duration.ofDays(3)).truncatedTo(ChronoUnit.MICROS);
    private final Instant paid = signed.minus(Duration.ofDays(4));
    private final Instant rated = signed.plus(Duration.ofDays(1));

    @Inject
    Pool pool;

    @Inject
    MeterRegistry registry;

    private final String shop = "s-" + UUID.randomUUID();

    @Test
    void anOlderVersionNeverReplacesANewerOne() {
        rate("o-1", 5);
        OrderFeed.tell(facts("o-1", true, Optional.of(signed), 3));
        Announced.await(shop, counted(5));

        OrderFeed.tell(facts("o-1", false, Optional.empty(), 2));
        OrderFeed.tell(facts("o-2", true, Optional.empty(), 1));

        assertThat(Await.within(Duration.ofSeconds(60), () -> version("o-2") == 1))
                .isTrue();
        assertThat(version("o-1")).isEqualTo(3);
        Announced.await(shop, counted(5));
    }

    @Test
    void aCorrectedSignatureMovesTheRatingAndAnInvalidOrderTakesItBack() {
        var earlier = signed.minus(Duration.ofDays(2));
        rate("o-1", 5);
        OrderFeed.tell(facts("o-1", true, Optional.of(signed), 1));
        Announced.await(shop, counted(5));

        OrderFeed.tell(facts("o-1", true, Optional.of(earlier), 2));
        Announced.await(
                shop, Contribution.none().plus(earlier, REVIEW_ORDERS_RATED, 1).plus(earlier, REVIEW_STARS, 5));

        OrderFeed.tell(facts("o-1", false, Optional.of(earlier), 3));
        Announced.await(shop, Contribution.none());
    }

    @Test
    void factsThatCannotBeReadAreCountedAndTheOthersGoOn() {
        var before = count("order.facts.poison");
        rate("o-1", 4);
        OrderFeed.record(shop + "/o-1", "不是 JSON".getBytes(StandardCharsets.UTF_8));
        OrderFeed.record(shop + "/o-1", null);
        OrderFeed.record(shop + "/o-2", json(facts("o-1", true, Optional.of(signed), 1)));
        OrderFeed.record(shop + "/o-1", json(facts("o-1", true, Optional.of(Instant.MAX), 1)));
        OrderFeed.tell(facts("o-1", true, Optional.of(signed), 1));

        Announced.await(shop, counted(4));
        assertThat(Await.within(Duration.ofSeconds(60), () -> count("order.facts.poison") - before >= 4))
                .isTrue();
    }

    @Test
    void factsThatComeWhilePostgresIsDownAreStoredWhenItIsBack() {
        rate("o-1", 3);
        OrderFeed.tell(facts("o-0", true, Optional.empty(), 1));
        assertThat(Await.within(Duration.ofSeconds(60), () -> version("o-0") == 1))
                .isTrue();
        double before = count("order.facts.retries");
        var postgres = PlatformResource.platform().postgres();
        postgres.kill();
        try {
            OrderFeed.tell(facts("o-1", true, Optional.of(signed), 1));
            given().get("/v1/shops/" + shop + "/orders/o-1/reviews").then().statusCode(503);
            assertThat(Await.within(Duration.ofSeconds(60), () -> count("order.facts.retries") > before))
                    .isTrue();
        } finally {
            postgres.restart();
        }

        Announced.await(shop, counted(3));
    }

    @Test
    void factsAndReviewsThatMeetInAnyOrderAllCount() {
        var random = new Random(7);
        var commands = new ArrayList<Runnable>();
        var expected = Contribution.none();
        for (int i = 0; i < 60; i++) {
            String order = "o-" + i;
            int stars = 3 + random.nextInt(3);
            commands.add(() -> rate(order, stars));
            commands.add(() -> OrderFeed.tell(facts(order, true, Optional.empty(), 1)));
            commands.add(() -> OrderFeed.tell(facts(order, true, Optional.of(signed), 2)));
            expected = expected.plus(counted(stars));
        }
        Collections.shuffle(commands, random);
        commands.addAll(commands.subList(0, 30));

        commands.parallelStream().forEach(Runnable::run);

        Announced.await(shop, expected);
    }

    private void rate(String order, int stars) {
        int status = given().contentType("application/json")
                .body("{\"stars\":%d,\"ratedAt\":\"%s\"}".formatted(stars, rated))
                .put("/v1/shops/%s/orders/%s/reviews/r-1".formatted(shop, order))
                .statusCode();
        assertThat(status).isIn(200, 201);
    }

    private OrderFacts facts(String order, boolean valid, Optional<Instant> signedAt, long version) {
        return new OrderFacts(shop, order, paid, valid, signedAt, version);
    }

    private static byte[] json(OrderFacts facts) {
        return EventJson.write(facts).getBytes(StandardCharsets.UTF_8);
    }

    private Contribution counted(long stars) {
        return Contribution.none().plus(signed, REVIEW_ORDERS_RATED, 1).plus(signed, REVIEW_STARS, stars);
    }

    private double count(String counter) {
        return registry.get(counter).counter().count();
    }

    private long version(String order) {
        var rows = pool.query("select facts_version from order_reviews where key = '%s/%s'".formatted(shop, order))
                .executeAndAwait()
                .iterator();
        return rows.hasNext() ? rows.next().getLong(0) : 0;
    }
}
