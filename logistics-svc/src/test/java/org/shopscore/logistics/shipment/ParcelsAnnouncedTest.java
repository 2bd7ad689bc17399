package org.shopscore.logistics.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.shopscore.logistics.scan.ScanStatus.DELIVERED;
import static org.shopscore.logistics.scan.ScanStatus.IN_TRANSIT;
import static org.shopscore.logistics.scan.ScanStatus.PICKED_UP;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.scan.ScanStatus;
import org.shopscore.logistics.scan.Scans;
import org.shopscore.logistics.scan.TrackingUpdate;
import org.shopscore.logistics.shipment.Warehouse.Told;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.Measures;
import org.shopscore.metric.MetricEvent;
import org.shopscore.metric.OrderFacts;
import org.shopscore.platform.PlatformResource;
import org.shopscore.platform.emitter.Announced;

/** What scans of parcels come to on the log. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class ParcelsAnnouncedTest {

    private final Warehouse warehouse = Warehouse.anew();

    @Inject
    Scans scans;

    @Inject
    Pool pool;

    private int take(String provider, String shipmentId, String words, long hours, ScanStatus status) {
        var scan = new Scan(warehouse.hours(hours), status, Optional.empty(), provider, words, Optional.empty());
        var update = new TrackingUpdate("yto", warehouse.waybill(shipmentId), provider, List.of(scan));
        return pool.withTransaction(connection -> scans.take(connection, List.of(update)))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private Contribution gaps(long later, long gaps, long hours) {
        Instant day = BusinessDay.start(BusinessDay.of(warehouse.hours(later)));
        return Contribution.none()
                .plus(day, Measures.TRACKING_GAPS, gaps)
                .plus(day, Measures.TRACKING_GAP_SECONDS, hours * 3600);
    }

    private Contribution paidAndSigned(long pickedUp, long signed) {
        boolean nextDay = !BusinessDay.of(warehouse.hours(signed))
                .isAfter(BusinessDay.of(warehouse.paidAt()).plusDays(1));
        return Contribution.none()
                .plus(warehouse.paidAt(), Measures.ORDER_PAID, 1)
                .plus(warehouse.hours(pickedUp), Measures.PICKUP_DUE, 1)
                .plus(warehouse.hours(pickedUp), Measures.PICKUP_ON_TIME, 1)
                .plus(warehouse.hours(pickedUp), Measures.PICKUP_DONE, 1)
                .plus(warehouse.hours(pickedUp), Measures.PICKUP_SECONDS, clock(pickedUp))
                .plus(warehouse.hours(signed), Measures.DELIVERY_DUE, 1)
                .plus(warehouse.hours(signed), Measures.DELIVERY_ON_TIME, 1)
                .plus(warehouse.hours(signed), Measures.ORDER_SIGNED, 1)
                .plus(warehouse.hours(signed), Measures.DELIVERY_NEXT_DAY, nextDay ? 1 : 0);
    }

    /** Payments from 18:00 to 05:59:59 start at the next 06:00. */
    private long clock(long pickedUp) {
        var paid = warehouse.paidAt().atZone(BusinessDay.ZONE);
        var six = paid.withHour(6).withMinute(0).withSecond(0);
        var start = paid.getHour() >= 18 ? six.plusDays(1) : paid.getHour() < 6 ? six : paid;
        return Math.max(
                0,
                Duration.between(start.toInstant(), warehouse.hours(pickedUp)).toSeconds());
    }

    @Test
    void theOrderAndItsParcelEachAnnounceTheirOwn() {
        warehouse.paid("o-1");
        warehouse.declare("p-1", "o-1");
        warehouse.scan("p-1", new Told(PICKED_UP, 40), new Told(DELIVERED, 46));
        var events = Announced.await(warehouse.shopId(), paidAndSigned(40, 46).plus(gaps(46, 1, 6)));
        // A sweep may come in between and say what is due so far.
        assertThat(events)
                .extracting(MetricEvent::ref)
                .containsSubsequence("order/o-1", "shipment/p-1", "order/o-1")
                .containsOnly("order/o-1", "shipment/p-1");
        var facts = Announced.facts(warehouse.shopId() + "/o-1", 2).getLast();
        assertThat(facts.version()).isGreaterThanOrEqualTo(3);
        assertThat(facts)
                .isEqualTo(new OrderFacts(
                        warehouse.shopId(),
                        "o-1",
                        warehouse.paidAt(),
                        true,
                        Optional.of(warehouse.hours(46)),
                        facts.version()));
    }

    @Test
    void scansOfAWaybillThatNobodyNamesAreKeptAndCountWhenItIsDeclared() {
        assertThat(take("kuaidi100", "p-1", "揽收", 40, PICKED_UP)).isOne();
        assertThat(take("kuaidi100", "p-1", "签收", 46, DELIVERED)).isOne();
        warehouse.paid("o-1");
        warehouse.order("o-1").body("state", equalTo("PAID"));
        warehouse.declare("p-1", "o-1").statusCode(201).body("state", equalTo("SIGNED"));
        Announced.await(warehouse.shopId(), paidAndSigned(40, 46).plus(gaps(46, 1, 6)));
    }

    @Test
    void oneScanToldByTwoProvidersIsKeptTwiceAndCountedOnce() {
        warehouse.paid("o-1");
        warehouse.declare("p-1", "o-1");
        take("kuaidi100", "p-1", "已揽收", 40, PICKED_UP);
        take("kdniao", "p-1", "【济南市】已揽收", 40, PICKED_UP);
        take("kuaidi100", "p-1", "已签收", 46, DELIVERED);
        warehouse.get("/shipments/p-1/scans").body("scans", hasSize(3));
        Announced.await(warehouse.shopId(), paidAndSigned(40, 46).plus(gaps(46, 1, 6)));
    }

    @Test
    void aScanToldAgainIsNotNew() {
        assertThat(take("kuaidi100", "p-1", "揽收", 40, PICKED_UP)).isOne();
        assertThat(take("kuaidi100", "p-1", "揽收", 40, PICKED_UP)).isZero();
        warehouse.paid("o-1");
        warehouse.declare("p-1", "o-1");
        warehouse.get("/shipments/p-1/scans").body("scans", hasSize(1));
    }

    @Test
    void scansOfOneShopsWaybillCountForEveryShopThatNamesIt() {
        var other = Warehouse.anew();
        warehouse.paid("o-1");
        other.paid("o-1");
        warehouse.declare("p-1", "o-1");
        other.put("/shipments/q-1", other.body(warehouse.waybill("p-1"), "", "o-1"))
                .statusCode(201);
        warehouse.scan("p-1", new Told(PICKED_UP, 40));
        other.order("o-1").body("state", equalTo("PICKED_UP"));
    }

    @Test
    void aParcelWithoutScansHasNone() {
        warehouse.paid("o-1");
        warehouse.declare("p-1", "o-1");
        warehouse.get("/shipments/p-1/scans").statusCode(200).body("scans", empty());
    }

    @Test
    void aScanFromBetweenMovesTheGapsAndNothingElse() {
        warehouse.paid("o-1");
        warehouse.declare("p-1", "o-1");
        warehouse.scan("p-1", new Told(PICKED_UP, 40), new Told(DELIVERED, 46));
        warehouse.scan("p-1", new Told(IN_TRANSIT, 43));
        warehouse.shipment("p-1").body("version", equalTo(2));
        var expected = BusinessDay.of(warehouse.hours(43)).equals(BusinessDay.of(warehouse.hours(46)))
                ? gaps(46, 2, 6)
                : gaps(43, 1, 3).plus(gaps(46, 1, 3));
        Announced.await(warehouse.shopId(), paidAndSigned(40, 46).plus(expected));
    }
}
