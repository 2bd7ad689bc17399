package org.shopscore.logistics.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shopscore.logistics.incident.Desk;
import org.shopscore.logistics.incident.Shop;
import org.shopscore.logistics.incident.Tracking;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.scan.ScanStatus;
import org.shopscore.metric.BusinessDay;
import org.shopscore.platform.PlatformResource;
import org.shopscore.platform.emitter.Announced;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class ParcelEvidenceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<ScanStatus> ANY = List.of(
            ScanStatus.PICKED_UP,
            ScanStatus.IN_TRANSIT,
            ScanStatus.ARRIVED_LOCAL,
            ScanStatus.OUT_FOR_DELIVERY,
            ScanStatus.READY_FOR_PICKUP,
            ScanStatus.DELIVERED);

    @Inject
    Tracking tracking;

    private final Random random = new Random(20260301);
    private final Shop shop = Shop.anew();
    private final Lists lists = new Lists(shop.id());

    private LocalDate day(int daysAgo) {
        return BusinessDay.of(shop.hoursAgo(24L * daysAgo));
    }

    @Test
    void theParcelsBehindTheGapsOfADayAreListedOnceForEachDay() {
        shop.order("o-1");
        shop.shipment("p-1", "o-1");
        var start = BusinessDay.start(day(3));
        tracking.tell(
                shop,
                "p-1",
                Tracking.scan(ScanStatus.PICKED_UP, start.plusSeconds(3_600)),
                Tracking.scan(ScanStatus.IN_TRANSIT, start.plusSeconds(7_200)),
                Tracking.scan(ScanStatus.ARRIVED_LOCAL, start.plusSeconds(9_000)),
                Tracking.scan(ScanStatus.DELIVERED, start.plusSeconds(90_000)));
        lists.get("tracking.gap-seconds", day(4), day(1), "")
                .body("total", equalTo(86_400))
                .body("facts.ref", contains("shipment/p-1", "shipment/p-1"))
                .body("facts.day", contains(day(3).toString(), day(2).toString()))
                .body("facts.amount", contains(5_400, 81_000));
        lists.get("tracking.gaps", day(3), day(3), "").body("total", equalTo(2));
    }

    @Test
    void aScanThatComesLateTakesTheDaysAwayThatNoGapEndsOnAnyMore() {
        shop.order("o-1");
        shop.shipment("p-1", "o-1");
        var start = BusinessDay.start(day(5));
        tracking.tell(
                shop,
                "p-1",
                Tracking.scan(ScanStatus.PICKED_UP, start.plusSeconds(60)),
                Tracking.scan(ScanStatus.IN_TRANSIT, start.plusSeconds(3 * 86_400)));
        lists.get("tracking.gaps", day(2), day(2), "").body("facts.ref", contains("shipment/p-1"));
        tracking.tell(shop, "p-1", Tracking.scan(ScanStatus.DELIVERED, start.plusSeconds(86_400)));
        lists.get("tracking.gaps", day(2), day(2), "").body("facts.size()", equalTo(0));
        lists.get("tracking.gaps", day(4), day(4), "").body("total", equalTo(1));
    }

    @Test
    void exceptionsSayWhyTheyDoNotCount() {
        shop.order("o-1");
        shop.shipment("p-1", "o-1");
        var damaged = new Desk(shop, "p-1", "e-damaged");
        damaged.open("DAMAGED", shop.hoursAgo(50)).statusCode(201);
        new Desk(shop, "p-1", "e-mistaken").open("LOST", shop.hoursAgo(49)).statusCode(201);
        new Desk(shop, "p-1", "e-mistaken").withdraw("看错运单").statusCode(200);
        new Desk(shop, "p-1", "e-refused").open("REFUSED", shop.hoursAgo(48)).statusCode(201);
        lists.get("shipment.exceptions", day(3), day(1), "")
                .body("total", equalTo(1))
                .body("facts.ref", contains("exception/e-damaged", "exception/e-mistaken", "exception/e-refused"))
                .body("facts.why", contains("COUNTED", "WITHDRAWN", "OTHER_KIND"))
                .body("facts[1].because", contains("LOST"))
                .body("facts.amount", contains(1, 0, 0));
    }

    @Test
    void whatTheListsOfParcelsAndExceptionsAddUpToIsWhatWasAnnouncedOnAnyDays() throws Exception {
        for (int n = 0; n < 40; n++) {
            shop.order("o-" + n);
            shop.shipment("p-" + n, "o-" + n);
            anyScans("p-" + n);
            if (n % 4 == 0) {
                var desk = new Desk(shop, "p-" + n, "e-" + n);
                desk.open(List.of("DAMAGED", "LABEL_LOST", "REFUSED").get(n % 3), shop.hoursAgo(random.nextInt(200)));
                if (n % 8 == 0) {
                    desk.withdraw("误开");
                }
            }
        }
        var events = Kept.await(shop.id(), PATIENCE, kept -> Announced.await(shop.id(), kept));
        assertThat(events).isNotEmpty();
        var sums = new Sums(lists, events, random);
        for (String measure : List.of("tracking.gaps", "tracking.gap-seconds", "shipment.exceptions")) {
            sums.assertEqual(measure, day(40), day(-5));
            for (int n = 0; n < 5; n++) {
                var from = day(random.nextInt(15));
                sums.assertEqual(measure, from, from.plusDays(random.nextInt(5)));
            }
        }
    }

    /** In any order, some told again. */
    private void anyScans(String shipmentId) {
        var scans = new ArrayList<Scan>();
        for (int n = random.nextInt(12); n >= 0; n--) {
            scans.add(Tracking.scan(
                    ANY.get(random.nextInt(ANY.size())),
                    shop.hoursAgo(random.nextInt(300)).plusSeconds(random.nextInt(3_000))));
        }
        Collections.shuffle(scans, random);
        int half = scans.size() / 2;
        tracking.tell(shop, shipmentId, scans.subList(half, scans.size()));
        tracking.tell(shop, shipmentId, scans);
    }
}
