package org.shopscore.logistics.exclusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shopscore.logistics.incident.Tracking.scan;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shopscore.logistics.incident.Kept;
import org.shopscore.logistics.incident.Shop;
import org.shopscore.logistics.incident.Tracking;
import org.shopscore.logistics.scan.ScanStatus;
import org.shopscore.metric.Measures;
import org.shopscore.metric.MetricEvent;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;
import org.shopscore.platform.emitter.Announced;

/** Regions are of this test alone, so that no other test's orders lie in them. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class DisruptionExclusionTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Shop shop = Shop.anew();
    private final String region = "ZY-" + shop.id().substring(5, 13).toUpperCase(Locale.ROOT);

    @Inject
    Tracking tracking;

    /** Paid 100 h ago, to be picked up 60 h ago and signed 20 h ago; nothing has happened. */
    private void lateOrder(String orderId, String from, String to) {
        shop.order(orderId, from, to, shop.hoursAgo(100), shop.hoursAgo(60), shop.hoursAgo(20));
    }

    private boolean soon(Report disruption, String... orders) {
        return Await.within(SOON, () -> disruption.orders(shop).equals(List.of(orders)));
    }

    /** How many orders the shop was due to hand over and to deliver, as its rows contribute. */
    private boolean soonDue(long pickups, long deliveries) {
        return Await.within(
                SOON, () -> due(Measures.PICKUP_DUE) == pickups && due(Measures.DELIVERY_DUE) == deliveries);
    }

    private long due(String measure) {
        return Kept.of(shop).changes().stream()
                .mapToLong(change -> change.measures().getOrDefault(measure, 0L))
                .sum();
    }

    private void allAnnounced() {
        Announced.await(shop.id(), Kept.of(shop));
    }

    @Test
    void aDisruptionRecordedAfterTheOrdersTakesThemOutWithTheEvidence() {
        lateOrder("order-1", region + "12", "CN-440305");
        lateOrder("order-2", "CN-330102", region);
        lateOrder("order-3", "CN-330102", "CN-440305");
        assertThat(soonDue(3, 3)).isTrue();
        var disruption = Report.of(region, shop.hoursAgo(80), shop.hoursAgo(70)).made();
        assertThat(soon(
                        disruption,
                        "order-1 DELIVERY FROM " + region + "12",
                        "order-1 PICKUP FROM " + region + "12",
                        "order-2 DELIVERY TO " + region))
                .isTrue();
        assertThat(soonDue(2, 1)).isTrue();
        var reasons = Announced.await(shop.id(), Kept.of(shop)).stream()
                .map(MetricEvent::reason)
                .flatMap(Optional::stream)
                .distinct();
        assertThat(reasons).containsExactly("disruption/" + disruption.id());
    }

    @Test
    void aDisruptionRecordedBeforeTheOrdersTakesThemOutAsTheyCome() {
        var disruption = Report.of(region, shop.hoursAgo(80), shop.hoursAgo(70)).made();
        lateOrder("order-1", region, "CN-440305");
        assertThat(soon(disruption, "order-1 DELIVERY FROM " + region, "order-1 PICKUP FROM " + region))
                .isTrue();
        assertThat(soonDue(0, 0)).isTrue();
        allAnnounced();
    }

    @Test
    void aWithdrawnDisruptionBringsItsOrdersBack() {
        lateOrder("order-1", region, "CN-440305");
        var disruption = Report.of(region, shop.hoursAgo(80), shop.hoursAgo(70)).made();
        assertThat(soonDue(0, 0)).isTrue();
        disruption.withdrawn();
        assertThat(soonDue(1, 1)).isTrue();
        assertThat(soon(disruption)).isTrue();
        assertThat(Kept.of(shop).amount(shop.hoursAgo(60), Measures.PICKUP_DUE)).isOne();
        allAnnounced();
    }

    @Test
    void ofTwoThatOverlapTheOneThatIsWithdrawnLeavesTheOrderToTheOther() {
        lateOrder("order-1", region, "CN-440305");
        var wide = Report.of(region.substring(0, 8), shop.hoursAgo(80), shop.hoursAgo(50))
                .made();
        var narrow = Report.of(region, shop.hoursAgo(75), shop.hoursAgo(70)).made();
        assertThat(soon(wide, "order-1 DELIVERY FROM " + region, "order-1 PICKUP FROM " + region))
                .isTrue();
        assertThat(soon(narrow, "order-1 DELIVERY FROM " + region, "order-1 PICKUP FROM " + region))
                .isTrue();
        wide.withdrawn();
        assertThat(soon(wide)).isTrue();
        assertThat(narrow.orders(shop)).hasSize(2);
        assertThat(soonDue(0, 0)).isTrue();
        narrow.withdrawn();
        assertThat(soonDue(1, 1)).isTrue();
        allAnnounced();
    }

    @Test
    void editedBoundsTakeOutAndBringBackWhatTheyReachAndReachNoMore() {
        lateOrder("order-1", region, "CN-440305");
        var disruption =
                Report.of(region, shop.hoursAgo(120), shop.hoursAgo(110)).made();
        assertThat(soonDue(1, 1)).isTrue();
        assertThat(soon(disruption)).isTrue();
        disruption.until(shop.hoursAgo(90));
        assertThat(soonDue(0, 0)).isTrue();
        disruption.until(shop.hoursAgo(100));
        assertThat(soonDue(1, 1)).isTrue();
        allAnnounced();
    }

    @Test
    void aLegThatEndsBeforeTheDisruptionCountsAgainWhenThatBecomesKnown() {
        lateOrder("order-1", region, "CN-440305");
        var disruption = Report.of(region, shop.hoursAgo(80), shop.hoursAgo(70)).made();
        assertThat(soonDue(0, 0)).isTrue();
        shop.told("order-1", "pickup", shop.hoursAgo(81));
        assertThat(soon(disruption, "order-1 DELIVERY FROM " + region)).isTrue();
        assertThat(soonDue(1, 0)).isTrue();
        shop.told("order-1", "signature", shop.hoursAgo(75));
        assertThat(soonDue(1, 0)).isTrue();
        shop.told("order-1", "signature", shop.hoursAgo(80).minusSeconds(1));
        assertThat(soonDue(1, 1)).isTrue();
        assertThat(Kept.of(shop).amount(shop.hoursAgo(81), Measures.PICKUP_ON_TIME))
                .isOne();
        allAnnounced();
    }

    @Test
    void aParcelThatIsScannedInTheRegionTakesTheDeliveriesOfAllItsOrdersOut() {
        lateOrder("order-1", "CN-330102", "CN-440305");
        lateOrder("order-2", "CN-330102", "CN-440305");
        shop.shipment("parcel-1", "order-1", "order-2");
        var disruption = Report.of(region, shop.hoursAgo(80), shop.hoursAgo(70)).made();
        assertThat(soonDue(2, 2)).isTrue();
        tracking.tell(shop, "parcel-1", scan(ScanStatus.IN_TRANSIT, shop.hoursAgo(60), region + "05"));
        assertThat(soon(disruption, "order-1 DELIVERY SCAN " + region + "05", "order-2 DELIVERY SCAN " + region + "05"))
                .isTrue();
        assertThat(soonDue(2, 0)).isTrue();
        allAnnounced();
    }

    @Test
    void scansFromBeforeTheReportAndBeforeTheDeclarationCountAsWell() {
        lateOrder("order-1", "CN-330102", "CN-440305");
        tracking.tell(shop, "parcel-1", scan(ScanStatus.IN_TRANSIT, shop.hoursAgo(60), region));
        var first = Report.of(region, shop.hoursAgo(80), shop.hoursAgo(70)).made();
        shop.shipment("parcel-1", "order-1");
        assertThat(soon(first, "order-1 DELIVERY SCAN " + region)).isTrue();
        var second = Report.of(region, shop.hoursAgo(50), shop.hoursAgo(40)).made();
        assertThat(soon(second, "order-1 DELIVERY SCAN " + region)).isTrue();
        allAnnounced();
    }
}
