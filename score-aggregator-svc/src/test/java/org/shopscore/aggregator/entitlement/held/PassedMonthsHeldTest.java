package org.shopscore.aggregator.entitlement.held;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.change.ChangesRead;
import org.shopscore.aggregator.policy.PolicyDesk;
import org.shopscore.aggregator.tile.Shops;
import org.shopscore.metric.Lane;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;

/** Days of a policy that grants ads for two of three months, from the document to what a shop holds; no other test has days so long ago. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class PassedMonthsHeldTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String MONTHS =
            "{\"passes\": 2, \"ofMonths\": 3, \"of\": {\"latest\": \"total\", \"gte\": \"4.50\"}}";

    @Inject
    Pool pool;

    @Inject
    Corrected corrected;

    private final String shop = Shops.fresh();

    @Test
    void theEndOfAMonthThatIsRevisedChangesWhatIsHeldAfterLaterMonths() {
        String policy = policy();
        publish(policy, "1991-11-30", "4.40");
        publish(policy, "1991-12-31", "4.60");
        publish(policy, "1992-01-31", "4.40");
        publish(policy, "1992-02-10", "4.00");
        judgeFrom("1991-11-30");

        assertThat(Await.within(PATIENCE, () -> newest().extract().statusCode() == 200))
                .isTrue();
        newest().body("statDate", equalTo("1992-02-10"))
                .body("policyVersion", equalTo(policy))
                .body("entitlements[0].code", equalTo("ads"))
                .body("entitlements[0].held", equalTo(false))
                .body("entitlements[0].earliest", equalTo("1992-02-29"))
                .body("entitlements[0].findings[0].kind", equalTo("MONTHS"))
                .body("entitlements[0].findings[0].days.statDate", contains("1992-01-31", "1991-12-31", "1991-11-30"))
                .body("entitlements[0].findings[0].days.value", contains("4.40", "4.60", "4.40"))
                .body("entitlements[0].findings[0].months.needed", equalTo(2))
                .body("entitlements[0].findings[0].months.passed", equalTo(1))
                .body("entitlements[0].findings[0].months.each.passes", contains(false, true, false))
                .body("entitlements[0].findings[0].months.each[1].findings[0].than", equalTo("4.50"))
                .body("entitlements[1].findings[0].months", nullValue())
                .body(
                        "entitlements[0].reason.zh",
                        equalTo("未享有：截至 1992-01 的 3 个自然月中有 1 个月达标（1991-12），需 2 个月（达标指月末体验分不低于 4.50）"));

        revise("1991-11-30", 1, "4.50");
        judgeFrom("1991-11-30");

        assertThat(Await.within(PATIENCE, this::isHeld)).isTrue();
        newest().body("entitlements[0].since", equalTo("1991-12-31"))
                .body("entitlements[0].why", equalTo("KEPT"))
                .body("entitlements[0].findings[0].months.each.passes", contains(false, true, true));

        revise("1991-11-30", 2, "4.49");
        judgeFrom("1991-11-30");

        assertThat(Await.within(PATIENCE, () -> !isHeld())).isTrue();
        assertThat(Await.within(PATIENCE, () -> told().size() == 2)).isTrue();
        assertThat(told()).extracting(event -> event.get("held")).containsExactly(true, false);
        assertThat(told()).extracting(event -> event.get("corrected")).containsExactly(true, true);

        revise("1992-01-31", 1, "4.50");
        judgeFrom("1992-01-31");

        assertThat(Await.within(PATIENCE, this::isHeld)).isTrue();
        newest().body("entitlements[0].since", equalTo("1992-01-31"))
                .body("entitlements[0].findings[0].months.each.passes", contains(true, true, false));
    }

    private static String policy() {
        String version = PolicyDesk.freshVersion();
        var months = Map.of("{\"latest\": \"total\", \"gte\": \"4.00\"}", MONTHS);
        PolicyDesk.put(version, PolicyDesk.document(version, months)).statusCode(201);
        return "exp-score-5/" + version;
    }

    private void publish(String policy, String day, String published) {
        PolicyDesk.sql(
                pool,
                "insert into official_day (stat_date, policy, averaged, published_at) values ($1, $2, true, now())",
                Tuple.of(LocalDate.parse(day), policy));
        revise(day, 0, published);
    }

    private void revise(String day, int revision, String published) {
        PolicyDesk.sql(
                pool,
                """
                insert into score_day (stat_date, shop_id, revision, partition, stage, published, total, base, level, traffic_weight,
                    deductions, dimensions, points)
                values ($1, $2, $3, $4, 'FORMAL', $5, $5, $5, 'GOOD', 1.10, 0, '{}', '{}')
                """,
                Tuple.of(LocalDate.parse(day), shop, revision, (short) Lane.of(shop), new BigDecimal(published)));
    }

    private void judgeFrom(String day) {
        corrected.note(pool, LocalDate.parse(day), shop).await().atMost(Shops.SOON);
    }

    private ValidatableResponse newest() {
        return given().get("/v1/shops/{id}/entitlements", shop).then();
    }

    private boolean isHeld() {
        return newest().extract().<Boolean>path("entitlements[0].held");
    }

    private List<Map<String, Object>> told() {
        return ChangesRead.of(PlatformResource.platform().bootstrapServers(), shop, "entitlements/ads");
    }
}
