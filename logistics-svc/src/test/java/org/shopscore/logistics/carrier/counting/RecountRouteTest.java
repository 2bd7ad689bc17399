package org.shopscore.logistics.carrier.counting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.shopscore.logistics.scan.ScanStatus.DELIVERED;
import static org.shopscore.logistics.scan.ScanStatus.LOST;
import static org.shopscore.logistics.scan.ScanStatus.PICKED_UP;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shopscore.logistics.carrier.Courier;
import org.shopscore.logistics.incident.Kept;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;

/** The carriers' weeks against a count of this test's own, in SQL over what shops, buyers and carriers told. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class RecountRouteTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String COUNTED = """
            select week || ' ' || from_region || '>' || to_region || ' ' || figure, amount
            from carrier_week_count where carrier = ? and amount <> 0""";

    private static final String RAW = """
            with parcel as (
              select s.key, s.picked_up_at, s.signed_at, s.lost_at, s.returned_at, s.replaces,
                o.delivery_due_at, o.passed_until > o.delivery_due_at as passed, o.state <> 'CANCELLED' as promised,
                cardinality(o.delivery_excluded_by) > 0 as excluded,
                case when o.from_region like 'CN-%' then left(o.from_region, 5) else left(o.from_region, 2) end || '>'
                  || case when o.to_region like 'CN-%' then left(o.to_region, 5) else left(o.to_region, 2) end as lane,
                exists (select from shipment_exception e where e.shipment_key = s.key and e.fault = 'CARRIER'
                  and e.state in ('OPEN', 'IN_TRACE', 'CLOSED')) as exceptional,
                f.attitude, f.speed, f.parcel_state, f.given_at
              from shipment s join orders o on o.shop_id = s.shop_id and o.order_id = s.order_ids[1]
                left join delivery_feedback f on f.shipment_key = s.key
              where s.carrier = ?),
            decided as (
              select *, least(delivery_due_at, signed_at, lost_at) as at from parcel
              where promised and replaces is null and not (signed_at is null and returned_at is not null)
                and (signed_at is not null or lost_at is not null or passed)),
            figure (at, lane, figure, amount) as (
              select picked_up_at, lane, 'PICKED_UP', 1 from parcel
              union all select picked_up_at, lane, 'EXCEPTIONAL', 1 from parcel where exceptional
              union all select signed_at, lane, 'DELIVERED', 1 from parcel
              union all select at, lane, 'EXCLUDED', 1 from decided where excluded
              union all select at, lane, 'DUE', 1 from decided where not excluded
              union all select at, lane, 'ON_TIME', 1 from decided where not excluded and signed_at <= delivery_due_at
              union all select coalesce(signed_at, given_at), lane, 'OPINIONS', 1 from parcel where given_at is not null
              union all select coalesce(signed_at, given_at), lane, 'ATTITUDE_POINTS', attitude from parcel where given_at is not null
              union all select coalesce(signed_at, given_at), lane, 'SPEED_POINTS', speed from parcel where given_at is not null
              union all select coalesce(signed_at, given_at), lane, 'DAMAGED', 1 from parcel where parcel_state <> 'INTACT')
            select date_trunc('week', at at time zone 'Asia/Shanghai')::date || ' ' || lane || ' ' || figure, sum(amount)
            from figure where at is not null group by 1""";

    private final Courier courier = Courier.anew();
    private final String far =
            "ZR-" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(java.util.Locale.ROOT);

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Test
    void weeksThatWereDamagedAreWhatTheParcelsAddUpToAgain() throws Exception {
        parcels();
        // Counted can be equal to raw before all of the facts are in.
        assertThat(Await.within(
                        PATIENCE, () -> isWhole(sums(RAW)) && sums(COUNTED).equals(sums(RAW))))
                .as("%s", sums(RAW))
                .isTrue();
        var right = sums(RAW);
        var hours = courier.performance().getString("weeks[0].figures.delivery.medianHours");

        damage();
        assertThat(sums(COUNTED)).isNotEqualTo(right);
        given().post(management.resolve("/ops/carriers/recount"))
                .then()
                .statusCode(202)
                .body("parcels", greaterThanOrEqualTo(7));

        assertThat(Await.within(PATIENCE, () -> sums(COUNTED).equals(right)))
                .as("counted %s%nraw %s", sums(COUNTED), right)
                .isTrue();
        assertThat(courier.performance().getString("weeks[0].figures.delivery.medianHours"))
                .isEqualTo(hours)
                .isNotNull();
    }

    @Test
    void aParcelIntoADisruptedRegionIsCountedApartUntilTheDisruptionIsWithdrawn() {
        paid("p-1", 0);
        courier.ships("p-1", "p-1", 2).statusCode(201);
        courier.scanned("p-1", PICKED_UP, 10);
        courier.scanned("p-1", DELIVERED, 60);
        assertThat(Await.within(PATIENCE, () -> amount("ON_TIME") == 1)).isTrue();
        String disruption = disrupt();
        assertThat(Await.within(PATIENCE, () -> amount("EXCLUDED") == 1)).isTrue();
        assertThat(amount("DUE")).isZero();
        assertThat(amount("ON_TIME")).isZero();
        assertThat(amount("DELIVERED")).isOne();
        assertThat(sums(COUNTED)).isEqualTo(sums(RAW));

        given().contentType("application/json")
                .header("If-Match", "*")
                .body("{\"reason\":\"登记错误\"}")
                .put("/v1/disruptions/" + disruption + "/withdrawal")
                .then()
                .statusCode(200);
        assertThat(Await.within(PATIENCE, () -> amount("ON_TIME") == 1)).isTrue();
        assertThat(amount("EXCLUDED")).isZero();
    }

    private void parcels() {
        courier.sends("on-time", 0);
        courier.scanned("on-time", PICKED_UP, 10);
        courier.scanned("on-time", DELIVERED, 60);
        courier.sends("late", 100);
        courier.scanned("late", PICKED_UP, 110);
        courier.scanned("late", DELIVERED, 240);
        courier.sends("never", 20);
        courier.scanned("never", PICKED_UP, 30);
        courier.sends("lost", 40);
        courier.scanned("lost", PICKED_UP, 50);
        courier.scanned("lost", LOST, 70);
        courier.sends("damaged", 50);
        courier.scanned("damaged", PICKED_UP, 60);
        courier.scanned("damaged", DELIVERED, 100);
        courier.put(courier.address("damaged") + "/feedback", """
                {"courierAttitude":2,"speed":4,"parcelState":"GOODS_DAMAGED","comment":"外箱破损","givenAt":"%s"}""".formatted(courier.hour(110)))
                .statusCode(201);
        courier.put(courier.address("damaged") + "/exceptions/e-1", """
                {"type":"DAMAGED","openedAt":"%s","fault":"CARRIER","note":"外箱破损"}""".formatted(courier.hour(100)))
                .statusCode(201);
        courier.sends("cancelled", 60);
        courier.put("/v1/shops/%s/orders/cancelled/cancellation".formatted(courier.shopId()), """
                {"cancelledAt":"%s"}""".formatted(
                                courier.hour(61)))
                .statusCode(200);
        paid("disrupted", 0);
        courier.ships("disrupted", "disrupted", 2).statusCode(201);
        courier.scanned("disrupted", PICKED_UP, 10);
        courier.scanned("disrupted", DELIVERED, 160);
        disrupt();
    }

    private void paid(String orderId, long hour) {
        courier.put("/v1/shops/%s/orders/%s".formatted(courier.shopId(), orderId), """
                {"paidAt":"%s","pickupDueAt":"%s","deliveryPromisedAt":"%s","from":"%s","to":"%s","carrier":"%s"}""".formatted(
                                courier.hour(hour),
                                courier.hour(hour + 48),
                                courier.hour(hour + 96),
                                Courier.FROM,
                                far,
                                courier.code()))
                .statusCode(201);
    }

    private String disrupt() {
        String id = "d-" + UUID.randomUUID();
        courier.put("/v1/disruptions/" + id, """
                {"region":"%s","from":"%s","to":"%s","cause":"EPIDEMIC_CONTROL"}""".formatted(far, courier.hour(20), courier.hour(40)))
                .statusCode(201);
        return id;
    }

    private long amount(String figure) {
        return sums(COUNTED).entrySet().stream()
                .filter(one -> one.getKey().endsWith(" " + figure))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private Map<String, Long> sums(String sql) {
        var sums = new TreeMap<String, Long>();
        try (var connection = Kept.connection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, courier.code());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    sums.put(rows.getString(1), rows.getLong(2));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return sums;
    }

    private void damage() throws SQLException {
        try (var connection = Kept.connection();
                var statement = connection.createStatement()) {
            String ours = " where carrier = '" + courier.code() + "'";
            statement.executeUpdate("update carrier_week_count set amount = amount + 7" + ours + " and figure = 'DUE'");
            statement.executeUpdate("delete from carrier_week_count" + ours + " and figure = 'PICKED_UP'");
            statement.executeUpdate("delete from carrier_week_minutes" + ours);
        }
    }

    private static boolean isWhole(Map<String, Long> sums) {
        return Stream.of("EXCLUDED", "EXCEPTIONAL", "DAMAGED", "ON_TIME")
                .allMatch(figure -> sums.keySet().stream().anyMatch(one -> one.endsWith(figure)));
    }
}
