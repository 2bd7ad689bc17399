package org.shopscore.logistics.exclusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shopscore.logistics.incident.Tracking.scan;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shopscore.logistics.incident.Kept;
import org.shopscore.logistics.incident.Shop;
import org.shopscore.logistics.incident.Tracking;
import org.shopscore.logistics.scan.ScanStatus;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;
import org.shopscore.platform.emitter.Announced;

/** Disruptions come and go while orders and parcels move; in the end all is as if it had come one after the other. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class ManyAtOnceTest {

    private static final long SEED = 20260301;
    private static final int ORDERS = 40;
    private static final int EDITS = 10;
    private static final int REPLICAS = 3;
    private static final int CALLERS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Shop shop = Shop.anew();
    private final String prefix = "ZX-" + shop.id().substring(5, 11).toUpperCase(Locale.ROOT);
    private final Random random = new Random(SEED);

    /** What this test knows of an order, to say for itself what must exclude it. */
    private static final class Known {
        private final String from;
        private final String to;
        private final TreeSet<String> scanned = new TreeSet<>();
        private final Instant paidAt;
        private final Instant pickupDueAt;
        private final Instant promisedAt;
        private Instant pickedUpAt = Instant.MAX;
        private Instant signedAt = Instant.MAX;

        private Known(String from, String to, Instant paidAt, Instant pickupDueAt, Instant promisedAt) {
            this.from = from;
            this.to = to;
            this.paidAt = paidAt;
            this.pickupDueAt = pickupDueAt;
            this.promisedAt = promisedAt;
        }

        private static Instant first(Instant one, Instant other) {
            return one.isBefore(other) ? one : other;
        }

        private boolean pickupIn(Report report) {
            return from.startsWith(report.region()) && overlaps(report, first(pickedUpAt, pickupDueAt));
        }

        private boolean deliveryIn(Report report) {
            boolean there = from.startsWith(report.region())
                    || to.startsWith(report.region())
                    || scanned.stream().anyMatch(region -> region.startsWith(report.region()));
            return there && overlaps(report, first(signedAt, promisedAt));
        }

        private boolean overlaps(Report report, Instant end) {
            return paidAt.compareTo(report.to()) < 0 && end.compareTo(report.from()) >= 0;
        }
    }

    @Inject
    Tracking tracking;

    @Inject
    ExclusionSweep sweep;

    @Test
    void whateverTheyCrossDisruptionsAndOrdersEndAsAnIndependentCountSays() throws Exception {
        var orders = new TreeMap<String, Known>();
        var reports = new TreeMap<String, Report>();
        var calls = new ArrayList<Callable<Void>>();
        for (int i = 0; i < ORDERS; i++) {
            orders.put("order-" + i, known());
        }
        for (var order : orders.entrySet()) {
            calls.add(() -> tell(order.getKey(), order.getValue()));
        }
        for (int i = 0; i < 8; i++) {
            var report = Report.of(region(), hoursAgo(80 + random.nextInt(60)), hoursAgo(20 + random.nextInt(60)));
            var end = report.from().plus(Duration.ofHours(1 + random.nextInt(80)));
            var ends = Stream.generate(() -> report.from().plus(Duration.ofHours(1 + random.nextInt(80))))
                    .limit(EDITS)
                    .toList();
            boolean withdrawn = random.nextInt(3) == 0;
            if (!withdrawn) {
                reports.put(report.id(), new Report(report.id(), report.region(), report.from(), end));
            }
            calls.add(() -> report(report, ends, end, withdrawn));
        }
        Collections.shuffle(calls, random);
        var ticks = new AtomicInteger();
        var busy = new AtomicBoolean(true);
        try (var replicas = Executors.newFixedThreadPool(REPLICAS);
                var callers = Executors.newFixedThreadPool(CALLERS)) {
            var swept = Stream.generate(() -> replicas.submit(() -> sweepWhile(busy, ticks)))
                    .limit(REPLICAS)
                    .toList();
            for (int from = 0; from < calls.size(); from += CALLERS) {
                int before = ticks.get();
                for (var call : callers.invokeAll(calls.subList(from, Math.min(from + CALLERS, calls.size())))) {
                    call.get();
                }
                assertThat(Await.within(PATIENCE, () -> ticks.get() > before))
                        .as("a tick that the calls met")
                        .isTrue();
            }
            busy.set(false);
            for (var one : swept) {
                one.get();
            }
        }
        var expected = expected(orders, reports);
        assertThat(Await.within(PATIENCE, () -> Orders.excludedBy(shop).equals(expected)))
                .as("expected %s%nbut it is %s", expected, Orders.excludedBy(shop))
                .isTrue();
        assertThat(expected.values()).anyMatch(one -> one.equals("[] []")).anyMatch(one -> !one.equals("[] []"));
        Announced.await(shop.id(), Kept.of(shop));
    }

    private Known known() {
        var paidAt = hoursAgo(100 + random.nextInt(40));
        var known = new Known(
                region(),
                region(),
                paidAt,
                paidAt.plus(Duration.ofHours(10 + random.nextInt(40))),
                paidAt.plus(Duration.ofHours(60 + random.nextInt(90))));
        if (random.nextBoolean()) {
            known.scanned.add(region());
        }
        if (random.nextBoolean()) {
            known.pickedUpAt = paidAt.plus(Duration.ofHours(random.nextInt(30)));
        }
        if (random.nextBoolean()) {
            known.signedAt = paidAt.plus(Duration.ofHours(30 + random.nextInt(60)));
        }
        return known;
    }

    private Void tell(String orderId, Known known) {
        shop.order(orderId, known.from, known.to, known.paidAt, known.pickupDueAt, known.promisedAt);
        if (!known.scanned.isEmpty()) {
            shop.bareParcel("parcel-" + orderId, orderId);
            // A status that proves no custody, so that the scan tells the region alone.
            tracking.tell(shop, "parcel-" + orderId, scan(ScanStatus.EXCEPTION, known.paidAt, known.scanned.first()));
        }
        if (!known.pickedUpAt.equals(Instant.MAX)) {
            shop.told(orderId, "pickup", known.pickedUpAt);
        }
        if (!known.signedAt.equals(Instant.MAX)) {
            shop.told(orderId, "signature", known.signedAt);
        }
        return null;
    }

    /** A replica that sweeps all the time: whatever is told meets a tick. */
    private void sweepWhile(AtomicBoolean busy, AtomicInteger ticks) {
        while (busy.get()) {
            sweep.run().await().atMost(PATIENCE);
            ticks.incrementAndGet();
        }
    }

    private static Void report(Report report, List<Instant> ends, Instant end, boolean withdrawn) {
        report.made();
        ends.forEach(report::until);
        report.until(end);
        if (withdrawn) {
            report.withdrawn();
        }
        return null;
    }

    private Instant hoursAgo(int hours) {
        return shop.hoursAgo(hours);
    }

    /** Few regions, some inside of others. */
    private String region() {
        return prefix + random.nextInt(3) + (random.nextBoolean() ? "" : "" + random.nextInt(2));
    }

    private static Map<String, String> expected(Map<String, Known> orders, Map<String, Report> reports) {
        var expected = new TreeMap<String, String>();
        orders.forEach((id, known) -> expected.put(
                id,
                reports.values().stream()
                                .filter(known::pickupIn)
                                .map(Report::id)
                                .sorted()
                                .toList() + " "
                        + reports.values().stream()
                                .filter(known::deliveryIn)
                                .map(Report::id)
                                .sorted()
                                .toList()));
        return expected;
    }
}
