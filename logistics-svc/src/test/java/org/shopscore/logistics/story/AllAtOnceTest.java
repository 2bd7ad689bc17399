package org.shopscore.logistics.story;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shopscore.logistics.scan.ScanStatus;
import org.shopscore.logistics.scan.Scans;
import org.shopscore.logistics.scan.TrackingUpdate;
import org.shopscore.logistics.story.History.Telling;
import org.shopscore.outbox.Outbox;
import org.shopscore.platform.PlatformResource;

/** Six orders in one combined parcel, each of them split over further ones; declared, scanned and commanded all at once. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class AllAtOnceTest {

    private static final int CALLERS = 16;
    private static final List<ScanStatus> STATUSES = List.of(
            ScanStatus.PICKED_UP,
            ScanStatus.IN_TRANSIT,
            ScanStatus.OUT_FOR_DELIVERY,
            ScanStatus.DELIVERED,
            ScanStatus.RETURNING,
            ScanStatus.LOST);

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Instant paidAt = now.minus(5, ChronoUnit.DAYS);
    private final Random random = new Random(20260301);
    private final Shop shop = Shop.anew();

    @Inject
    Scans scans;

    @Inject
    Pool pool;

    @Inject
    Outbox outbox;

    private Instant someTime() {
        return paidAt.plus(random.nextInt(110), ChronoUnit.HOURS);
    }

    private static List<String> ids(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "o-" + i).toList();
    }

    private History history() {
        var orders = ids(0, 6).stream()
                .map(id -> new History.OrderTold(
                        id, paidAt, now.plus(2, ChronoUnit.DAYS), now.plus(3, ChronoUnit.DAYS), false))
                .toList();
        var parcels = List.of(
                new History.ParcelTold("p-all", ids(0, 6), Optional.empty()),
                new History.ParcelTold("p-low", ids(0, 3), Optional.empty()),
                new History.ParcelTold("p-high", ids(3, 6), Optional.empty()),
                new History.ParcelTold("p-one", ids(2, 3), Optional.empty()));
        var tellings = new ArrayList<Telling>();
        parcels.forEach(parcel -> tellings.addAll(Collections.nCopies(3, new History.Declared(parcel))));
        for (int i = 0; i < 160; i++) {
            var parcel = parcels.get(random.nextInt(parcels.size())).id();
            var status = STATUSES.get(random.nextInt(STATUSES.size()));
            tellings.add(new History.Scanned(parcel, someTime(), status, "途中"));
        }
        for (int i = 0; i < 40; i++) {
            String fact = History.FACTS.get(random.nextInt(3));
            tellings.add(new History.OrderFact("o-" + random.nextInt(6), fact, someTime()));
        }
        Collections.shuffle(tellings, random);
        return new History(orders, parcels, tellings);
    }

    /** Together with what was told last, so that transactions want the same waybills in different company. */
    private Callable<Void> told(Telling telling, List<Telling> all) {
        return () -> {
            if (telling instanceof History.Scanned scan) {
                take(List.of(shop.update(scan), another(all)));
            } else {
                shop.tell(telling, _ -> {});
            }
            return null;
        };
    }

    private TrackingUpdate another(List<Telling> all) {
        var scanned = all.stream()
                .filter(History.Scanned.class::isInstance)
                .map(History.Scanned.class::cast)
                .toList();
        return shop.update(scanned.get(new Random().nextInt(scanned.size())));
    }

    private void take(List<TrackingUpdate> updates) {
        pool.withTransaction(connection -> scans.take(connection, updates))
                .invoke(outbox::ring)
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    @Test
    void whatIsToldAllAtOnceEndsAsTheBookSays() throws Exception {
        var history = history();
        history.orders().forEach(shop::place);
        var calls = history.tellings().stream()
                .map(telling -> told(telling, history.tellings()))
                .toList();
        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            for (var call : callers.invokeAll(calls)) {
                call.get();
            }
        }
        assertThat(Shop.byDay(shop.contribution())).isEqualTo(ByTheBook.amounts(history, now));
        shop.awaitAnnounced();
        for (String id : ids(0, 6)) {
            List<Integer> versions = given().get("/v1/shops/" + shop.id() + "/orders/" + id + "/history")
                    .path("steps.version");
            assertThat(versions)
                    .isEqualTo(IntStream.rangeClosed(1, versions.size()).boxed().toList());
        }
    }
}
