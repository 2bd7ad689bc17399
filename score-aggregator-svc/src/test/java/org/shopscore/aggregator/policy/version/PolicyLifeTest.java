package org.shopscore.aggregator.policy.version;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.policy.PolicyDatabase;
import org.shopscore.aggregator.policy.PolicyDesk;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.metric.BusinessDay;

/** A version from its document to its withdrawal, as operators see it. */
@QuarkusTest
@TestProfile(PolicyDatabase.OfLives.class)
class PolicyLifeTest {

    private static final String NEXT_DAY = """
            {"code": "NEXT_DAY_SHARE", "target": "total", "points": "0.25", "when": {"ratioOf": ["delivery.next-day", "order.signed"], "gte": "0.20"}},
            """.strip();

    @Inject
    Pool pool;

    @Inject
    Clock clock;

    private final String version = PolicyDesk.freshVersion();
    private final String policy = "exp-score-5/" + version;
    private LocalDate today;

    @BeforeEach
    void dayThatWasRun() {
        today = BusinessDay.of(clock.instant());
        PolicyDesk.proveFeeds(pool);
        PolicyDesk.run(today.minusDays(9));
    }

    @Test
    void theDocumentThatTheProductBringsIsTheFirstVersionAndInForce() {
        given().get("/v1/policies/exp-score-5/versions/2026.1.0")
                .then()
                .statusCode(200)
                .body("effectiveFrom", equalTo("2026-01-01"));
        given().get("/v1/policies/exp-score-5/versions/2026.1.0/document")
                .then()
                .body(equalTo(Shipped.document()));
        given().get("/v1/policy-schema")
                .then()
                .statusCode(200)
                .contentType("application/schema+json")
                .body("title", equalTo("Score policy"));
        given().get("/v1/policy-switches").then().body("switches[0].switchId", equalTo("first"));
    }

    @Test
    void theSameDocumentAgainChangesNothingAndAnotherUnderItsNameIsRefused() {
        String document = PolicyDesk.document(version, Map.of());
        PolicyDesk.put(version, document).statusCode(201).body("state", equalTo("DRAFT"));
        PolicyDesk.put(version, document.replace("\n", "\n\n")).statusCode(200);
        PolicyDesk.put(version, document.replace("\"nMin\": 10", "\"nMin\": 11"))
                .statusCode(409)
                .body("code", equalTo("version-exists"));

        given().get("/v1/policies/exp-score-5/versions/{v}/document", version)
                .then()
                .body(equalTo(document));
        given().queryParam("policyId", "exp-score-5")
                .get("/v1/policies")
                .then()
                .body("versions.version", hasItem(version));
    }

    @Test
    void aDocumentIsRefusedWithEveryFaultAtItsPlace() {
        String document = PolicyDesk.document(
                version,
                Map.of(
                        "\"goods\": \"0.45\"", "\"goods\": \"0.44\"",
                        "[\"59.55\", \"3.00\"]", "[\"75.80\", \"3.00\"]",
                        "\"complaint.due\"", "\"投诉.due\"",
                        "\"code\": \"WATCH\", \"min\": \"3.50\"", "\"code\": \"WATCH\", \"min\": \"3.20\"",
                        "\"cutoff\": \"06:00:00\"", "\"cutoff\": \"07:00:00\"",
                        "\"trafficWeight\": \"1.20\"", "\"trafficWeight\": \"1.205\""));

        PolicyDesk.put(version, document)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-policy"))
                .body(
                        "errors.field",
                        contains(
                                "/cutoff",
                                "/dimensions",
                                "/metrics/2/knots/2",
                                "/metrics/9/denominator",
                                "/levels/2/min",
                                "/levels/5/trafficWeight"))
                .body("errors[1].message", equalTo("weights must sum to 1, sum to 0.99"))
                .body("errors[1].line", equalTo(12));
        given().get("/v1/policies/exp-score-5/versions/{v}", version)
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-policy"));
        PolicyDesk.put("2026.9.9", PolicyDesk.document(version, Map.of()))
                .statusCode(422)
                .body("errors.field", contains("/version"));
        PolicyDesk.put(version, "{\"a\": ").statusCode(422).body("errors[0].line", equalTo(1));
    }

    @Test
    void whatDiffersIsToldInChineseAndEnglish() {
        PolicyDesk.put(
                        version,
                        PolicyDesk.document(
                                version,
                                Map.of(
                                        "\"nMin\": 10",
                                        "\"nMin\": 12",
                                        "\"goods\": \"0.45\"",
                                        "\"goods\": \"0.30\"",
                                        "\"service\": \"0.35\"",
                                        "\"service\": \"0.50\"",
                                        NEXT_DAY,
                                        "")))
                .statusCode(201);

        given().queryParam("against", PolicyDesk.FIRST)
                .get("/v1/policies/exp-score-5/versions/{v}/diff", version)
                .then()
                .statusCode(200)
                .body("against", equalTo(PolicyDesk.FIRST))
                .body(
                        "changes.path",
                        contains(
                                "version",
                                "dimensions/goods",
                                "dimensions/service",
                                "metrics/complaintOnTimeRate/nMin",
                                "bonuses/NEXT_DAY_SHARE"))
                .body(
                        "sentences.zh",
                        contains(
                                equalTo("版本：2026.1.0 → " + version),
                                equalTo("维度“商品体验分”的权重：0.45 → 0.30"),
                                equalTo("维度“服务体验分”的权重：0.35 → 0.50"),
                                equalTo("指标“投诉及时处理率”，最小样本量：10 → 12"),
                                startsWith("加分项“次日达占比”：删除，原为 ")))
                .body("sentences.en[3]", containsString("nMin: 10 → 12"))
                .body("changes[4].becomes", equalTo(null));
        given().queryParam("against", "exp-score-5/none")
                .get("/v1/policies/exp-score-5/versions/{v}/diff", version)
                .then()
                .statusCode(404);
    }

    @Test
    void aDraftCannotBeScheduledAndAWithdrawnVersionCanDoNothing() {
        PolicyDesk.put(version, PolicyDesk.document(version, Map.of())).statusCode(201);
        PolicyDesk.plan("draft-" + version, policy, today.plusDays(1))
                .statusCode(409)
                .body("code", equalTo("dry-run-required"))
                .body("state", equalTo("DRAFT"))
                .body("allows", contains("dry run", "withdrawal"));

        withdraw(version).statusCode(200).body("state", equalTo("WITHDRAWN"));
        withdraw(version).statusCode(200);
        PolicyDesk.dryRun("d-" + version, policy, today.minusDays(9))
                .statusCode(409)
                .body("code", equalTo("state-forbids"));
        PolicyDesk.plan("gone-" + version, policy, today.plusDays(1))
                .statusCode(409)
                .body("code", equalTo("state-forbids"))
                .body("state", equalTo("WITHDRAWN"));
    }

    @Test
    void aSwitchIsPlannedOnceChangedNeverAndCancelledInTime() {
        PolicyDesk.put(version, PolicyDesk.document(version, Map.of())).statusCode(201);
        tried();
        assertThat(PolicyDesk.state(policy)).isEqualTo("DRY_RUN");
        String id = "s-" + version;
        LocalDate from = farthest().plusDays(1);
        String tag = given().get("/v1/policy-switches").header("ETag");

        PolicyDesk.plan(id, policy, from)
                .statusCode(201)
                .body("state", equalTo("PLANNED"))
                .body("visibleFrom", equalTo(BusinessDay.start(from).toString()));
        PolicyDesk.plan(id, policy, from).statusCode(200);
        PolicyDesk.plan(id, policy, from.plusDays(1))
                .statusCode(409)
                .body("code", equalTo("switch-exists"))
                .body("known.effectiveFrom", equalTo(from.toString()));
        PolicyDesk.plan("again-" + version, policy, from.plusDays(1))
                .statusCode(409)
                .body("code", equalTo("state-forbids"))
                .body("state", equalTo("SCHEDULED"));
        withdraw(version).statusCode(409).body("code", equalTo("state-forbids"));

        cancel(id, tag).statusCode(412).body("code", equalTo("version-differs"));
        cancel(id, null).statusCode(200).body("state", equalTo("CANCELLED"));
        cancel(id, null).statusCode(200);
        assertThat(PolicyDesk.state(policy)).isEqualTo("DRY_RUN");

        cancel(id, null, Map.of("actor", "operator-18", "reason", "另有安排"))
                .statusCode(409)
                .body("code", equalTo("switch-cancelled"))
                .body("known.cancelled.actor", equalTo(PolicyDesk.WHY.get("actor")));
    }

    /** The database keeps microseconds. */
    @Test
    void aSwitchThatIsAskedForAgainToTheNanosecondIsTheSame() {
        PolicyDesk.put(version, PolicyDesk.document(version, Map.of())).statusCode(201);
        tried();
        String id = "n-" + version;
        LocalDate from = farthest().plusDays(1);
        Instant at = BusinessDay.start(from).plusNanos(123_456_789);

        planAt(id, from, at)
                .statusCode(201)
                .body(
                        "visibleFrom",
                        equalTo(BusinessDay.start(from).plusNanos(123_456_000).toString()));
        planAt(id, from, at).statusCode(200);
        planAt(id, from, at.plusNanos(1_000)).statusCode(409).body("code", equalTo("switch-exists"));
        cancel(id, null).statusCode(200);
    }

    /** Two of the six that the first policy names are named otherwise, and 25 added: 33 together. */
    @Test
    void aSwitchToMoreCodesThanTheCompactFormHasPlacesForIsRefused() {
        String added = IntStream.range(0, 25)
                .mapToObj(perk ->
                        "{\"code\": \"perk-" + perk + "\", \"grant\": {\"latest\": \"total\", \"gte\": \"4.00\"}},")
                .collect(Collectors.joining("\n", "\n", ""));
        PolicyDesk.put(
                        version,
                        PolicyDesk.document(
                                version,
                                Map.of(
                                        "\"entitlements\": [",
                                        "\"entitlements\": [" + added,
                                        "\"code\": \"ads\"",
                                        "\"code\": \"adverts\"",
                                        "\"code\": \"campaign\"",
                                        "\"code\": \"campaigns\"")))
                .statusCode(201);
        tried();

        PolicyDesk.plan("c-" + version, policy, farthest().plusDays(1))
                .statusCode(409)
                .body("code", equalTo("too-many-codes"))
                .body("entitlements", hasSize(33));
        assertThat(PolicyDesk.state(policy)).isEqualTo("DRY_RUN");
    }

    @Test
    void aSwitchComesInTimeAfterTheOthersAndAfterTheDaysThatAreScored() {
        PolicyDesk.put(version, PolicyDesk.document(version, Map.of())).statusCode(201);
        tried();
        String id = "w-" + version;

        PolicyDesk.plan(id, policy, LocalDate.of(2025, 12, 31))
                .statusCode(422)
                .body("code", equalTo("before-effective-from"));
        planAt(id, today.plusDays(300), Instant.now().plusSeconds(5))
                .statusCode(422)
                .body("code", equalTo("too-soon"));
        PolicyDesk.plan(id, policy, today.minusDays(9))
                .statusCode(409)
                .body("code", equalTo("day-begun"))
                .body("newestDay", equalTo(today.minusDays(9).toString()));
        PolicyDesk.plan(id, "exp-score-5/none", today)
                .statusCode(422)
                .body("code", equalTo("unknown-policy"))
                .body("errors[0].field", equalTo("policy"));
        PolicyDesk.plan(id, PolicyDesk.FIRST, today.plusDays(300))
                .statusCode(409)
                .body("code", equalTo("state-forbids"));
        given().contentType(ContentType.JSON)
                .body(Map.of("effectiveFrom", today.toString(), "why", Map.of("reason", "")))
                .put("/v1/policy-switches/{id}", id)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("policy"));
        given().get("/v1/policy-switches/{id}", id).then().statusCode(404).body("code", equalTo("unknown-switch"));
    }

    @Test
    void whatNoDatabaseCanHoldIsRefusedWithItsField() {
        PolicyDesk.put(version, PolicyDesk.document(version, Map.of())).statusCode(201);
        String id = "f-" + version;
        refusedFor("visibleFrom", planAt(id, today.plusDays(300), Instant.parse("+1000000000-01-01T00:00:00Z")));
        refusedFor("effectiveFrom", PolicyDesk.plan(id, policy, LocalDate.of(10_000, 1, 1)));
        refusedFor("statDate", PolicyDesk.dryRun("d-" + id, policy, LocalDate.MAX));
        for (String reason : List.of("\u0000", " \n　")) {
            refusedFor(
                    "reason",
                    given().contentType(ContentType.JSON)
                            .body(Map.of("actor", "operator-17", "reason", reason))
                            .put("/v1/policies/exp-score-5/versions/{v}/withdrawal", version)
                            .then());
        }
    }

    private static void refusedFor(String field, io.restassured.response.ValidatableResponse answer) {
        answer.statusCode(400).body("code", equalTo("invalid-field")).body("errors.field", contains(field));
    }

    @Test
    void aListGoesOnFromPageToPage() {
        PolicyDesk.put(version, PolicyDesk.document(version, Map.of())).statusCode(201);
        List<String> all =
                given().queryParam("pageSize", 200).get("/v1/policies").path("versions.version");

        var read = new java.util.ArrayList<String>();
        String token = "";
        while (token != null) {
            var page = given().queryParam("pageSize", 1)
                    .queryParam("pageToken", token)
                    .get("/v1/policies");
            page.then().statusCode(200).body("versions", hasSize(1));
            read.add(page.path("versions[0].version"));
            token = page.path("nextPageToken");
        }
        assertThat(read).isEqualTo(all).contains("2026.1.0", version);
    }

    @Test
    void aDryRunThatExistsIsShownToWhomeverAsksForAnotherUnderItsName() {
        PolicyDesk.put(version, PolicyDesk.document(version, Map.of())).statusCode(201);
        tried();

        PolicyDesk.dryRun("d-" + version, PolicyDesk.FIRST, today.minusDays(9))
                .statusCode(409)
                .body("code", equalTo("dry-run-exists"))
                .body("known.policy", equalTo(policy));
    }

    private void tried() {
        PolicyDesk.dryRun("d-" + version, policy, today.minusDays(9)).statusCode(202);
        PolicyDesk.awaitDryRun("d-" + version);
    }

    /** Of all switches. */
    private static LocalDate farthest() {
        List<String> days =
                given().queryParam("pageSize", 200).get("/v1/policy-switches").path("switches.effectiveFrom");
        LocalDate tomorrow = LocalDate.now(java.time.ZoneOffset.UTC).plusDays(2);
        return days.stream().map(LocalDate::parse).reduce(tomorrow, (a, b) -> a.isAfter(b) ? a : b);
    }

    private io.restassured.response.ValidatableResponse planAt(String id, LocalDate day, Instant at) {
        return given().contentType(ContentType.JSON)
                .body(Map.of(
                        "policy",
                        policy,
                        "effectiveFrom",
                        day.toString(),
                        "visibleFrom",
                        at.toString(),
                        "why",
                        PolicyDesk.WHY))
                .put("/v1/policy-switches/{id}", id)
                .then();
    }

    private static io.restassured.response.ValidatableResponse cancel(String id, String ifMatch) {
        return cancel(id, ifMatch, PolicyDesk.WHY);
    }

    private static io.restassured.response.ValidatableResponse cancel(
            String id, String ifMatch, Map<String, String> why) {
        var request = given().contentType(ContentType.JSON).body(why);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/v1/policy-switches/{id}/cancellation", id)
                .then();
    }

    private static io.restassured.response.ValidatableResponse withdraw(String version) {
        return given().contentType(ContentType.JSON)
                .body(PolicyDesk.WHY)
                .put("/v1/policies/exp-score-5/versions/{v}/withdrawal", version)
                .then();
    }
}
