package org.shopscore.logistics.carrier.counting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.shopscore.logistics.scan.ScanStatus.DELIVERED;
import static org.shopscore.logistics.scan.ScanStatus.IN_TRANSIT;
import static org.shopscore.logistics.scan.ScanStatus.OUT_FOR_DELIVERY;
import static org.shopscore.logistics.scan.ScanStatus.PICKED_UP;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shopscore.logistics.carrier.Courier;
import org.shopscore.logistics.scan.ScanStatus;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class CountingTest {

    private static final long SEED = 20260301;

    private final Courier courier = Courier.anew();

    private record Told(String parcel, ScanStatus status, long hour) {}

    @Test
    void aParcelCountsInTheWeeksInWhichItWasPickedUpAndSigned() {
        courier.sends("p-1", 100);
        courier.scanned("p-1", PICKED_UP, 112);
        courier.scanned("p-1", DELIVERED, 172);
        // The week of its promise can show before its signature is counted in it.
        var found = courier.performance(page -> Integer.valueOf(2).equals(page.get("weeks.size()"))
                && Integer.valueOf(1).equals(page.get("weeks[0].figures.delivery.parcels"))
                && Integer.valueOf(1).equals(page.get("weeks[0].figures.onTime.part")));
        assertThat(found.getList("weeks.week")).isEqualTo(List.of(courier.week(1), courier.week(0)));
        assertThat(found.getMap("weeks[1].figures.pickup"))
                .isEqualTo(Map.of("parcels", 1, "medianHours", "10.00", "p90Hours", "10.00"));
        assertThat(found.getMap("weeks[0].figures.delivery"))
                .isEqualTo(Map.of("parcels", 1, "medianHours", "60.00", "p90Hours", "60.00"));
        assertThat(found.getMap("weeks[0].figures.onTime")).isEqualTo(Map.of("part", 1, "of", 1, "share", "1.0000"));
        assertThat(found.getString("weeks[0].from")).isEqualTo("CN-37");
        assertThat(found.getString("weeks[0].to")).isEqualTo("CN-11");
    }

    @Test
    void aScanThatComesLateCorrectsTheWeekAndTheOneItWasCountedInBefore() {
        courier.sends("p-1", 100);
        courier.scanned("p-1", PICKED_UP, 112);
        courier.scanned("p-1", DELIVERED, 172);
        courier.performance(page -> Integer.valueOf(2).equals(page.get("weeks.size()"))
                && Integer.valueOf(1).equals(page.get("weeks[0].figures.delivery.parcels")));

        courier.scanned("p-1", DELIVERED, 160);

        var found = courier.performance(page -> Integer.valueOf(1).equals(page.get("weeks.size()"))
                && Integer.valueOf(1).equals(page.get("weeks[0].figures.delivery.parcels")));
        assertThat(found.getList("weeks.week")).isEqualTo(List.of(courier.week(0)));
        assertThat(found.getString("weeks[0].figures.delivery.medianHours")).isEqualTo("48.00");
    }

    @Test
    void aParcelWhosePromiseHasPassedIsLateUntilAnEarlierSignatureBecomesKnown() {
        courier.sends("p-1", 0);
        courier.scanned("p-1", PICKED_UP, 10);
        var late = courier.performance(page -> Integer.valueOf(1).equals(page.get("weeks[0].figures.onTime.of")));
        assertThat(late.getString("weeks[0].figures.onTime.share")).isEqualTo("0.0000");
        courier.scanned("p-1", DELIVERED, 90);
        var kept = courier.performance(page -> Integer.valueOf(1).equals(page.get("weeks[0].figures.onTime.part")));
        assertThat(kept.getString("weeks[0].figures.onTime.share")).isEqualTo("1.0000");
        assertThat(kept.getInt("weeks[0].figures.onTime.of")).isOne();
    }

    @Test
    void anExceptionByTheCarriersFaultIsAShareOfTheParcelsItHadUntilItIsWithdrawn() {
        courier.sends("p-1", 0);
        courier.sends("p-2", 0);
        for (String parcel : List.of("p-1", "p-2")) {
            courier.scanned(parcel, PICKED_UP, 10);
            courier.scanned(parcel, DELIVERED, 40);
        }
        String exception = courier.address("p-1") + "/exceptions/e-1";
        courier.put(exception, """
                {"type":"DAMAGED","openedAt":"%s","fault":"CARRIER","note":"外箱破损"}""".formatted(courier.hour(20))).statusCode(201);
        var found =
                courier.performance(page -> Integer.valueOf(1).equals(page.get("weeks[0].figures.exceptions.part")));
        assertThat(found.getString("weeks[0].figures.exceptions.share")).isEqualTo("0.5000");
        given().contentType("application/json")
                .header("If-Match", "*")
                .body("{\"reason\":\"看错了\"}")
                .put(exception + "/withdrawal")
                .then()
                .statusCode(200);
        var without =
                courier.performance(page -> Integer.valueOf(0).equals(page.get("weeks[0].figures.exceptions.part")));
        assertThat(without.getString("weeks[0].figures.exceptions.share")).isEqualTo("0.0000");
    }

    @Test
    void theFiguresDoNotDependOnTheOrderInWhichTheScansCome() {
        var rival = courier.rival();
        var told = new ArrayList<Told>();
        for (int i = 0; i < 6; i++) {
            told.add(new Told("p-" + i, PICKED_UP, 10 + i));
            told.add(new Told("p-" + i, IN_TRANSIT, 20 + i));
            told.add(new Told("p-" + i, OUT_FOR_DELIVERY, 60 + 20L * i));
            told.add(new Told("p-" + i, DELIVERED, 70 + 25L * i));
        }
        for (int i = 0; i < 6; i++) {
            courier.sends("p-" + i, i);
            rival.paid("r-" + i, i, i + 96).statusCode(201);
            rival.ships("r-" + i, "r-" + i, i + 2).statusCode(201);
        }
        told.forEach(one -> courier.scanned(one.parcel(), one.status(), one.hour()));
        Collections.shuffle(told, new Random(SEED));
        told.addAll(told.subList(0, 5));
        told.forEach(one -> rival.scanned(one.parcel().replace('p', 'r'), one.status(), one.hour()));

        var one =
                courier.performance(page -> Integer.valueOf(6).equals(page.get("weeks.figures.delivery.parcels.sum()"))
                        && Integer.valueOf(6).equals(page.get("weeks.figures.pickup.parcels.sum()"))
                        && Integer.valueOf(2).equals(page.get("weeks.figures.onTime.part.sum()")));
        // Its last signature can be counted before its last pickup is.
        var other = rival.performance(page -> page.getList("weeks.figures").equals(one.getList("weeks.figures")));
        assertThat(other.getList("weeks.figures")).isEqualTo(one.getList("weeks.figures"));
        assertThat(one.getInt("weeks.figures.onTime.of.sum()")).isEqualTo(6);
        assertThat(one.getInt("weeks.figures.onTime.part.sum()")).isEqualTo(2);
    }

    @Test
    void aParcelSentWithAnotherCarrierAfterAllLeavesNothingWithTheFirst() {
        courier.sends("p-1", 0);
        courier.scanned("p-1", PICKED_UP, 10);
        courier.performance(page -> Integer.valueOf(1).equals(page.get("weeks.size()")));
        var rival = courier.rival();
        given().contentType("application/json")
                .header("If-Match", "*")
                .body("""
                        {"carrier":"%s","waybill":"OTHER-%s","orderIds":["p-1"],"shippedAt":"%s"}""".formatted(rival.code(), rival.code().toUpperCase(java.util.Locale.ROOT), courier.hour(2)))
                .put(courier.address("p-1"))
                .then()
                .statusCode(200);
        assertThat(courier.performance(page -> Integer.valueOf(0).equals(page.get("weeks.size()")))
                        .getList("weeks"))
                .isEmpty();
    }
}
