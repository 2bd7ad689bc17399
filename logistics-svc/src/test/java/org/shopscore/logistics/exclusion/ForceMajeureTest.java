package org.shopscore.logistics.exclusion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.shopscore.logistics.incident.Tracking.scan;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shopscore.logistics.incident.Desk;
import org.shopscore.logistics.incident.Kept;
import org.shopscore.logistics.incident.Shop;
import org.shopscore.logistics.incident.Tracking;
import org.shopscore.logistics.scan.Incident;
import org.shopscore.metric.Measures;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;
import org.shopscore.platform.emitter.Announced;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class ForceMajeureTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final Shop shop = Shop.anew();
    private final Desk desk = new Desk(shop, "parcel-1", "lost");

    @Inject
    Tracking tracking;

    @BeforeEach
    void aParcelOfTwoOrdersIsOverdueSinceTwentyHours() {
        for (String order : new String[] {"order-1", "order-2"}) {
            shop.order(order, Shop.FROM, Shop.TO, shop.hoursAgo(100), shop.hoursAgo(60), shop.hoursAgo(20));
        }
        shop.shipment("parcel-1", "order-1", "order-2");
        assertThat(soonDue(2)).isTrue();
    }

    private boolean soonDue(long deliveries) {
        return Await.within(SOON, () -> due() == deliveries);
    }

    private long due() {
        return Kept.of(shop).amount(shop.hoursAgo(20), Measures.DELIVERY_DUE);
    }

    @Test
    void aParcelLostByForceMajeureBeforeItsDueTimeTakesItsOrdersOutUntilTheCauseIsCorrected() {
        desk.open("LOST", "FORCE_MAJEURE", shop.hoursAgo(30)).statusCode(201);
        assertThat(soonDue(0)).isTrue();
        desk.fault("CARRIER").statusCode(200);
        assertThat(soonDue(2)).isTrue();
        desk.owner("agent-7");
        desk.close(shop.now());
        desk.fault("FORCE_MAJEURE").statusCode(200);
        assertThat(soonDue(0)).isTrue();
        desk.withdraw("登记错误");
        assertThat(soonDue(2)).isTrue();
        Announced.await(shop.id(), Kept.of(shop));
        assertThat(Kept.of(shop).amount(shop.hoursAgo(60), Measures.PICKUP_DUE)).isEqualTo(2);
    }

    @Test
    void aParcelLostByForceMajeureAfterItsDueTimeStaysLate() {
        desk.open("LOST", "FORCE_MAJEURE", shop.hoursAgo(10)).statusCode(201);
        desk.fault("CARRIER");
        desk.fault("FORCE_MAJEURE");
        var second = new Desk(shop, "parcel-1", "damaged");
        second.open("DAMAGED", "FORCE_MAJEURE", shop.hoursAgo(30)).statusCode(201);
        assertThat(Await.within(Duration.ofSeconds(3), () -> due() != 2)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CARRIER", "MERCHANT", "BUYER"})
    void noOtherFaultTakesAnOrderOut(String fault) {
        desk.open("LOST", fault, shop.hoursAgo(30)).statusCode(201);
        assertThat(Await.within(Duration.ofSeconds(3), () -> due() != 2)).isFalse();
    }

    @Test
    void anEarlierLossScanMovesWhatWasLostByForceMajeureBeforeItsDueTime() {
        tracking.tell(shop, "parcel-1", scan(Incident.CARRIER_LOST, shop.hoursAgo(10)));
        String id = given().queryParam("type", "LOST")
                .get(shop.address() + "/exceptions")
                .then()
                .extract()
                .path("exceptions[0].exceptionId");
        new Desk(shop, "parcel-1", id).fault("FORCE_MAJEURE").statusCode(200);
        tracking.tell(shop, "parcel-1", scan(Incident.CARRIER_LOST, shop.hoursAgo(30)));
        assertThat(soonDue(0)).isTrue();
        Announced.await(shop.id(), Kept.of(shop));
    }
}
