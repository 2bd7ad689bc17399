package org.shopscore.aftersales.review;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.shopscore.metric.Measures.REVIEW_NEGATIVE;
import static org.shopscore.metric.Measures.REVIEW_ORDERS_RATED;
import static org.shopscore.metric.Measures.REVIEW_STARS;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.OrderFacts;
import org.shopscore.platform.PlatformResource;
import org.shopscore.platform.emitter.Announced;

@QuarkusTest
@QuarkusTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "durability", value = "DURABLE"))
class ReviewResourceTest {

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final Instant signed = now.minus(Duration.ofDays(3));
    private final Instant rated = now.minus(Duration.ofDays(1));

    @Inject
    Pool pool;

    private final String shop = "s-" + UUID.randomUUID();
    private final String order = "/v1/shops/" + shop + "/orders/o-1/reviews";

    @Test
    void aReviewOfASignedOrderCountsOnceHoweverOftenItIsTold() {
        OrderFeed.tell(signedOrder());

        put("/r-1", rating(4, rated)).statusCode(201).body("reviewId", equalTo("r-1"));
        put("/r-1", rating(4, rated)).statusCode(200).body("stars", equalTo(4));

        Announced.await(shop, counted(4));
        assertThat(rowsOf("review_history", "order_key")).isBetween(1L, 2L);
    }

    @Test
    void aReviewThatComesBeforeTheFactsOfItsOrderCountsWhenTheyCome() {
        put("/r-1", rating(1, rated)).statusCode(201);

        OrderFeed.tell(signedOrder());

        Announced.await(shop, counted(1).plus(signed, REVIEW_NEGATIVE, 1));
    }

    @Test
    void aReviewGivenBeforeTheSignatureCountsOnTheDayOfTheSignature() {
        put("/r-1", rating(5, signed.minus(Duration.ofDays(20)))).statusCode(201);

        OrderFeed.tell(signedOrder());

        Announced.await(shop, counted(5));
    }

    @Test
    void aReviewToldOtherwiseIsRefusedAndChangesNothing() {
        put("/r-1", rating(4, rated)).statusCode(201);

        put("/r-1", rating(5, rated))
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("review-differs"))
                .body("stars", equalTo(4));

        get().body("reviews.stars", equalTo(List.of(4)));
        assertThat(rowsOf("review_history", "order_key")).isEqualTo(1);
    }

    @Test
    void aFakeFirstReviewLeavesAndALaterOneDoesNotTakeItsPlace() {
        OrderFeed.tell(signedOrder());
        put("/r-1", rating(5, rated)).statusCode(201);
        put("/r-2", rating(3, rated.plusSeconds(60))).statusCode(201);
        Announced.await(shop, counted(5));

        put("/r-1/removal", "{\"removedAt\":\"" + now + "\"}").statusCode(200).body("removedAt", notNullValue());
        put("/r-1/removal", "{\"removedAt\":\"" + now + "\"}").statusCode(200);

        Announced.await(shop, Contribution.none());
        get().body("reviews.reviewId", equalTo(List.of("r-1", "r-2"))).body("reviews[1].removedAt", nullValue());
    }

    @Test
    void whatIsUnknownIsNotFound() {
        put("/r-9/removal", "{\"removedAt\":\"" + rated + "\"}")
                .statusCode(404)
                .body("code", equalTo("unknown-review"));
        given().get(order).then().statusCode(404).body("code", equalTo("unknown-order"));
        assertThat(rowsOf("order_reviews", "key")).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'stars':6,'ratedAt':'NOW'}              | 400 | stars",
                "{'stars':0,'ratedAt':'NOW'}              | 400 | stars",
                "{'stars':99999999999999,'ratedAt':'NOW'} | 400 | stars",
                "{'stars':4.5,'ratedAt':'NOW'}            | 400 | stars",
                "{'stars':'五','ratedAt':'NOW'}           | 400 | stars",
                "{'ratedAt':'NOW'}                        | 400 | stars",
                "{'stars':4}                              | 400 | ratedAt",
                "{'stars':4,'ratedAt':'昨天'}             | 400 | ratedAt",
                "{'stars':4,'ratedAt':1700000000}         | 400 | ratedAt",
                "{'stars':4,'ratedAt':'NOW','评语':'好'}  | 400 | 评语",
                "{'stars':4,'ratedAt':'2999-01-01T00:00:00Z'} | 422 | ratedAt",
                "{'stars':4,'ratedAt':'1999-01-01T00:00:00Z'} | 422 | ratedAt",
            })
    void aBadFieldIsNamedAndNothingIsStored(String body, int status, String field) {
        put("/r-1", body.replace('\'', '"').replace("NOW", rated.toString()))
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", notNullValue())
                .body("errors[0].field", containsString(field))
                .body(not(containsString("Exception")));
        assertThat(rowsOf("order_reviews", "key")).isZero();
    }

    @Test
    void aBodyThatIsNoJsonOrNothingIsRefused() {
        put("/r-1", "{\"stars\":").statusCode(400).body("code", equalTo("malformed-json"));
        put("/r-1", "").statusCode(400).contentType("application/problem+json");
        given().contentType("text/plain").body("4").put(order + "/r-1").then().statusCode(415);
    }

    @Test
    void anIdThatCannotBeOneIsNamed() {
        given().contentType("application/json")
                .body(rating(4, rated))
                .put("/v1/shops/店铺/orders/o-1/reviews/r-1")
                .then()
                .statusCode(400)
                .body("errors[0].field", containsString("shopId"));
    }

    private ValidatableResponse put(String path, String body) {
        return given().contentType("application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .put(order + path)
                .then();
    }

    private ValidatableResponse get() {
        return given().get(order).then().statusCode(200);
    }

    private static String rating(int stars, Instant ratedAt) {
        return "{\"stars\":%d,\"ratedAt\":\"%s\"}".formatted(stars, ratedAt);
    }

    private OrderFacts signedOrder() {
        return new OrderFacts(shop, "o-1", signed.minus(Duration.ofDays(4)), true, Optional.of(signed), 2);
    }

    private Contribution counted(long stars) {
        return Contribution.none().plus(signed, REVIEW_ORDERS_RATED, 1).plus(signed, REVIEW_STARS, stars);
    }

    private long rowsOf(String table, String key) {
        return pool.query("select count(*) from %s where %s like '%s/%%'".formatted(table, key, shop))
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);
    }
}
