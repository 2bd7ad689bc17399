package org.shopscore.logistics.bulk.export;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.logistics.bulk.Sender;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class ExportTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String HEADER = "orderId,paidAt,pickupDueAt,deliveryPromisedAt";

    /** More than what lies between a service and a reader that does not read. */
    private static final String MANY_LONG_SCANS = """
            insert into scan (carrier, waybill, at, status, digest, raw_code, text, provider, received_at)
            select 'yto', ?, timestamptz '2026-03-01T00:00:00Z' + n * interval '1 s', 'IN_TRANSIT', n::text, '', repeat('运', 500), 'test', now()
            from generate_series(1, 20000) n""";

    private static final String READING =
            "from pg_stat_activity where query like '%order by carrier, waybill, at%' and state like 'idle in%'";

    @TestHTTPResource("/")
    URI root;

    private final Sender sender = Sender.anew();

    private String order(String id, Instant paidAt) {
        return "%s,%s,%s,%s".formatted(id, paidAt, sender.daysAgo(1), sender.now());
    }

    private String export(String kind, String query) {
        return given().get("/v1/shops/" + sender.shopId() + "/exports/" + kind + query)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private String waybill() {
        return sender.shopId().toUpperCase(java.util.Locale.ROOT).substring(0, 40);
    }

    /** A parcel with far more scans than anybody's. */
    private void aParcelWithManyScans() throws SQLException {
        sender.orders(HEADER, order("o-1", sender.daysAgo(3))).statusCode(201);
        sender.again()
                .put(
                        "kind=shipments&shopId=" + sender.shopId(),
                        Sender.CSV,
                        "shipmentId,carrier,waybill,orderIds\np-1,yto,%s,o-1\n".formatted(waybill()))
                .body("created", equalTo(1));
        sql(MANY_LONG_SCANS, waybill());
    }

    private static long sql(String sql, String... values) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        PlatformResource.platform().jdbcUrl("logistics"), "postgres", "postgres");
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            if (!statement.execute()) {
                return statement.getUpdateCount();
            }
            try (var rows = statement.getResultSet()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static boolean isBeingRead() {
        try {
            return sql("select count(*) " + READING) == 1;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private InputStream begin(HttpClient client, String type) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(root.resolve("/v1/shops/" + sender.shopId() + "/exports/scans"))
                .header("accept", type)
                .build();
        var answer = client.send(request, BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void theFirstInstantIsIncludedAndTheLastIsNot() {
        var from = sender.daysAgo(3);
        var to = sender.daysAgo(2);
        sender.orders(
                        HEADER,
                        order("before", from.minusNanos(1_000)),
                        order("first", from),
                        order("last", to.minusNanos(1_000)),
                        order("after", to))
                .body("created", equalTo(4));
        assertThat(export("orders", "?from=" + from + "&to=" + to).lines().skip(1))
                .hasSize(2)
                .allMatch(line -> line.contains(",first,") || line.contains(",last,"));
        assertThat(export("orders", "?from=" + from + "&to=" + from).lines()).hasSize(1);
        assertThat(export("orders", "?to=" + from).lines()).hasSize(2);
        assertThat(export("orders", "").lines()).hasSize(5);
    }

    @Test
    void shipmentsAreChosenByWhenTheyWereDeclaredAndScansByWhenTheyHappened() {
        sender.orders(HEADER, order("o-1", sender.daysAgo(3)));
        var file = "shipmentId,carrier,waybill,orderIds\np-1,yto,%s,o-1\n".formatted(waybill());
        sender.again().put("kind=shipments&shopId=" + sender.shopId(), Sender.CSV, file);
        var scans = "carrier,waybill,at,status\nyto,%1$s,%2$s,PICKED_UP\nyto,%1$s,%3$s,DELIVERED\n"
                .formatted(waybill(), sender.daysAgo(2), sender.daysAgo(1));
        sender.again().put("kind=scans", Sender.CSV, scans).body("created", equalTo(2));
        assertThat(export("shipments", "?from=" + sender.now()).lines()).hasSize(2);
        assertThat(export("shipments", "?to=" + sender.now()).lines()).hasSize(1);
        assertThat(export("scans", "?from=" + sender.daysAgo(1)).lines()).hasSize(2);
        assertThat(export("scans", "?from=" + sender.daysAgo(2) + "&to=" + sender.daysAgo(1)))
                .contains(",PICKED_UP,")
                .doesNotContain("DELIVERED");
    }

    @Test
    void theDeskMayTakeOneShopOrAll() {
        var other = Sender.anew();
        sender.orders(HEADER, order("o-1", sender.daysAgo(3)));
        other.orders(HEADER, order("o-1", sender.daysAgo(3)));
        var range = "?from=" + sender.daysAgo(3) + "&to=" + sender.daysAgo(2);
        var all = given().get("/v1/exports/orders" + range)
                .then()
                .contentType("text/csv")
                .extract()
                .asString();
        assertThat(all).contains(sender.shopId()).contains(other.shopId());
        given().accept(Sender.NDJSON)
                .get("/v1/exports/orders" + range + "&shopId=" + other.shopId())
                .then()
                .contentType(Sender.NDJSON)
                .body(startsWith("{\"shopId\":\"" + other.shopId() + "\",\"orderId\":\"o-1\","));
    }

    @Test
    void aShopWithoutShipmentsHasATableOfColumnNamesOrAnEmptyFile() {
        sender.orders(HEADER, order("o-1", sender.daysAgo(3)));
        assertThat(export("shipments", "").lines()).hasSize(1);
        given().accept(Sender.NDJSON)
                .get("/v1/shops/" + sender.shopId() + "/exports/shipments")
                .then()
                .statusCode(200)
                .body(equalTo(""));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/exports/parcels, 400, unknown-value, kind",
        "/v1/exports/orders?from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z, 400, invalid-field, from",
        "/v1/exports/orders?from=yesterday, 400, invalid-field, from",
        "/v1/exports/orders?shopId=店铺, 400, invalid-field, shopId",
        "/v1/exports/orders?shopId=nobody, 404, unknown-shop,",
        "/v1/shops/nobody/exports/scans, 404, unknown-shop,"
    })
    void whatCannotBeExportedIsRefused(String address, int status, String code, String field) {
        var refused = given().get(address)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
        if (field != null) {
            refused.body("errors[0].field", equalTo(field));
        }
    }

    @ParameterizedTest
    @CsvSource({"text/csv, HTTP_1_1", "application/x-ndjson, HTTP_1_1", "text/csv, HTTP_2"})
    void anExportThatFailsOnTheWayIsBrokenOffAndReadsNoMoreThanItsReader(String type, HttpClient.Version version)
            throws Exception {
        aParcelWithManyScans();
        boolean isBrokenOff = false;
        for (int times = 0; times < 10 && !isBrokenOff; times++) {
            isBrokenOff = isBrokenOff(type, version);
        }
        assertThat(isBrokenOff).isTrue();
    }

    /** What was read to its end before it could fail has to be whole. */
    private boolean isBrokenOff(String type, HttpClient.Version version) throws Exception {
        try (var client = HttpClient.newBuilder().version(version).build();
                var body = begin(client, type)) {
            assertThat(body.readNBytes(1_000)).hasSize(1_000);
            assertThat(Await.within(PATIENCE, ExportTest::isBeingRead)).isTrue();
            sql("select count(pg_terminate_backend(pid)) " + READING);
            String rest = new String(body.readAllBytes(), UTF_8);
            assertThat(rest.lines().count()).isGreaterThan(19_900);
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void whatIsWrittenMeanwhileIsNotInTheFile() throws Exception {
        aParcelWithManyScans();
        try (var client = HttpClient.newHttpClient();
                var body = begin(client, "text/csv")) {
            assertThat(body.readNBytes(1_000)).hasSize(1_000);
            assertThat(Await.within(PATIENCE, ExportTest::isBeingRead)).isTrue();
            assertThat(sql("delete from scan where waybill = ? and digest::int > 15000", waybill()))
                    .isEqualTo(5_000);
            sender.again()
                    .put(
                            "kind=scans",
                            Sender.CSV,
                            "carrier,waybill,at,status,text\nyto,%s,%s,DELIVERED,已签收\n"
                                    .formatted(waybill(), sender.now()))
                    .body("created", equalTo(1));
            var lines = new String(body.readAllBytes(), UTF_8).lines().toList();
            assertThat(lines).hasSizeBetween(19_998, 20_001).noneMatch(line -> line.contains("DELIVERED"));
        }
        assertThat(export("scans", "").lines()).hasSize(15_002);
    }

    @Test
    void theFifthReaderAtOnceIsToldToComeAgainAndAReaderThatLeavesMakesRoom() throws Exception {
        aParcelWithManyScans();
        var address = "/v1/shops/" + sender.shopId() + "/exports/scans";
        var clients = new ArrayList<HttpClient>();
        try {
            for (int n = 0; n < Exports.MOST_AT_ONCE; n++) {
                clients.add(HttpClient.newHttpClient());
                begin(clients.getLast(), "text/csv").readNBytes(1_000);
            }
            given().get(address).then().statusCode(503).body("code", equalTo("too-many-exports"));
        } finally {
            clients.forEach(HttpClient::shutdownNow);
        }
        assertThat(Await.within(PATIENCE, () -> given().get(address).statusCode() == 200))
                .isTrue();
    }

    @Test
    void theColumnsAreThoseThatTheImportReads() {
        sender.orders(HEADER, order("o-1", sender.daysAgo(3)));
        for (String kind : List.of("orders", "shipments", "scans")) {
            sender.again()
                    .put("kind=" + kind, Sender.CSV, export(kind, ""))
                    .statusCode(201)
                    .body("rejected", equalTo(0));
        }
    }
}
