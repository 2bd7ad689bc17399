package org.shopscore.suite.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shopscore.platform.Await;
import org.shopscore.suite.RunningSuite;
import org.shopscore.suite.fact.CatchUp;
import org.shopscore.suite.fact.Wire;

/** What the lists of logistics-svc add up to, day by day, is what the aggregator has counted. */
class EvidenceIsTheMeasureTest {

    private static final List<String> MEASURES = List.of(
            "order.paid",
            "order.signed",
            "pickup.due",
            "pickup.on-time",
            "pickup.done",
            "pickup.seconds",
            "delivery.due",
            "delivery.on-time",
            "delivery.next-day",
            "tracking.gap-seconds",
            "tracking.gaps",
            "shipment.exceptions");
    private static final Duration SOON = Duration.ofSeconds(45);
    private static final int ORDERS = 30;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Wire wire = RunningSuite.wire();
    private final String token = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private final String shop = "shop-" + token;
    private final String region = "ZE-" + token;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final LocalDate today = now.atOffset(ZoneOffset.ofHours(8)).toLocalDate();

    @Test
    void eachListAddsUpToItsMeasureOnEachDayWithReturnsExceptionsAndDisruptions() throws Exception {
        for (int n = 0; n < ORDERS; n++) {
            story(n);
        }
        exceptions();
        assertAllEqual();
        assertThat(reasons("delivery.due")).contains("COUNTED", "CANCELLED", "NOT_YET_DUE");
        assertThat(reasons("order.paid")).containsExactly("COUNTED", "NOT_VALID");
        assertThat(reasons("shipment.exceptions")).contains("COUNTED", "WITHDRAWN", "OTHER_KIND");

        put(
                "/v1/disruptions/d-" + token,
                "{\"region\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"cause\":\"WEATHER\"}"
                        .formatted(region, hoursAgo(150), hoursAgo(100)));
        assertThat(Await.within(SOON, () -> reasons("pickup.due").contains("DISRUPTED")))
                .isTrue();
        assertAllEqual();
        var disrupted = lists();
        put("/v1/disruptions/d-" + token + "/withdrawal", "{\"reason\":\"登记错误\"}");
        assertThat(Await.within(SOON, () -> !reasons("pickup.due").contains("DISRUPTED")))
                .isTrue();
        assertAllEqual();
        assertThat(lists()).isNotEqualTo(disrupted);
    }

    /** Every third order is sent from the region; what happens to it, and how late, goes by its number. */
    private void story(int n) throws IOException, InterruptedException {
        var order = "/v1/shops/" + shop + "/orders/o-" + n;
        put(
                order,
                "{\"paidAt\":\"%s\",\"pickupDueAt\":\"%s\",\"deliveryPromisedAt\":\"%s\",\"from\":\"%s\"%s}"
                        .formatted(
                                hoursAgo(200),
                                hoursAgo(160 - n),
                                n % 7 == 0 ? now.plus(9, ChronoUnit.DAYS) : hoursAgo(90),
                                n % 3 == 0 ? region : "CN-3301",
                                n % 10 == 9 ? ",\"flags\":[\"GIFT\"]" : ""));
        if (n % 10 == 8) {
            put(order + "/cancellation", "{\"cancelledAt\":\"%s\"}".formatted(hoursAgo(199)));
            return;
        }
        put(parcel(n), "{\"carrier\":\"yto\",\"waybill\":\"E%s-%d\",\"orderIds\":[\"o-%d\"]}".formatted(token, n, n));
        put(
                parcel(n) + "/scans",
                "{\"scans\":[{\"at\":\"%s\",\"status\":\"PICKED_UP\"},{\"at\":\"%s\",\"status\":\"IN_TRANSIT\"},{\"at\":\"%s\",\"status\":\"%s\"}]}"
                        .formatted(
                                hoursAgo(180 - n),
                                hoursAgo(120 + n),
                                hoursAgo(100 - n),
                                List.of("DELIVERED", "DELIVERED", "RETURNED", "OUT_FOR_DELIVERY")
                                        .get(n % 4)));
        if (n % 5 == 1) {
            put(order + "/signature", "{\"signedAt\":\"%s\"}".formatted(hoursAgo(177)));
        }
        if (n == 5) {
            put(
                    order + "/refund",
                    "{\"refundedAt\":\"%s\"}".formatted(hoursAgo(200).plusSeconds(30)));
        }
    }

    /** By hand, beside those that are opened by rule: two that count, one of a kind that does not, and one that was a mistake. */
    private void exceptions() throws IOException, InterruptedException {
        var types = List.of("DAMAGED", "LOST", "REFUSED", "LABEL_LOST");
        for (int n = 0; n < types.size(); n++) {
            put(
                    parcel(n) + "/exceptions/e-" + n,
                    "{\"type\":\"%s\",\"openedAt\":\"%s\"}".formatted(types.get(n), hoursAgo(110)));
        }
        put(parcel(3) + "/exceptions/e-3/withdrawal", "{\"reason\":\"看错了\"}");
    }

    private String parcel(int n) {
        return "/v1/shops/" + shop + "/shipments/p-" + n;
    }

    private void assertAllEqual() throws InterruptedException {
        assertThat(new CatchUp(wire).within(SOON)).isTrue();
        Await.within(SOON, () -> lists().equals(counted()));
        assertThat(lists()).isEqualTo(counted()).containsOnlyKeys(MEASURES);
    }

    /** Measure, then day; days on which it is nought are left out. */
    private Map<String, Map<String, Long>> lists() {
        var lists = new TreeMap<String, Map<String, Long>>();
        for (String measure : MEASURES) {
            var days = new TreeMap<String, Long>();
            for (JsonNode fact : facts(measure)) {
                days.merge(fact.path("day").asText(), fact.path("amount").asLong(), Long::sum);
            }
            days.values().removeIf(amount -> amount == 0);
            lists.put(measure, days);
        }
        return lists;
    }

    private Map<String, Map<String, Long>> counted() {
        var counted = new TreeMap<String, Map<String, Long>>();
        get(wire.suite().aggregator().http(), "/v1/shops/" + shop + "/measures?" + days())
                .path("days")
                .forEach(day -> day.path("measures").properties().stream()
                        .filter(measure -> measure.getValue().asLong() != 0)
                        .forEach(measure -> counted.computeIfAbsent(measure.getKey(), _ -> new TreeMap<>())
                                .put(
                                        day.path("day").asText(),
                                        measure.getValue().asLong())));
        return counted;
    }

    private Set<String> reasons(String measure) {
        var reasons = new TreeSet<String>();
        facts(measure).forEach(fact -> reasons.add(fact.path("why").asText()));
        return reasons;
    }

    private JsonNode facts(String measure) {
        var page = get(
                wire.suite().logistics().http(),
                "/v1/shops/" + shop + "/evidence?measure=" + measure + "&pageSize=200&" + days());
        assertThat(page.has("nextPageToken")).isFalse();
        return page.path("facts");
    }

    private String days() {
        return "from=" + today.minusDays(20) + "&to=" + today.plusDays(20);
    }

    private Instant hoursAgo(long hours) {
        return now.minus(hours, ChronoUnit.HOURS);
    }

    private JsonNode get(URI base, String path) {
        try {
            return wire.get(base, path).json();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** From whatever version is stored. */
    private void put(String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(wire.suite().logistics().http().resolve(path))
                .header("Content-Type", "application/json");
        if (path.endsWith("/withdrawal")) {
            request.header("If-Match", "*");
        }
        var answer = http.send(request.PUT(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(200, 299);
    }
}
