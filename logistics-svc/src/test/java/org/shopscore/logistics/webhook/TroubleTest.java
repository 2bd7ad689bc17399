package org.shopscore.logistics.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;

/** What goes wrong between a push and its scans. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class TroubleTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PUSHES = 60;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Test
    void noPushIsLostWhenPostgresIsRestartedInBetweenAndTheProviderSendsAgain() throws Exception {
        var pusher = Pusher.of("kuaidi100").setUp();
        var parcels = IntStream.range(0, PUSHES).mapToObj(_ -> Parcel.anew()).toList();
        try (var provider = Executors.newFixedThreadPool(4)) {
            var pushes = new ArrayList<Future<?>>();
            parcels.forEach(parcel -> pushes.add(provider.submit(() -> pushUntilTaken(pusher, parcel))));
            var postgres = PlatformResource.platform().postgres();
            pushes.get(PUSHES / 4).get();
            postgres.stop();
            postgres.start();
            for (var push : pushes) {
                push.get();
            }
        }
        for (var parcel : parcels) {
            assertThat(Kept.awaitScans(parcel.waybill(), 2)).hasSize(2);
        }
    }

    /** As the provider does: any answer but success is a reason to send the same once more. */
    private static void pushUntilTaken(Pusher pusher, Parcel parcel) {
        assertThat(Await.within(PATIENCE, () -> status(pusher, parcel) == 200)).isTrue();
    }

    private static int status(Pusher pusher, Parcel parcel) {
        return pusher.push(parcel.toldBy(pusher.provider())).extract().statusCode();
    }

    @Test
    void whatTheTablesDoNotTakeHoldsUpNothingElseAndCanBeReplayedWhenTheyDo() {
        var pusher = Pusher.of("standard").setUp();
        var poison = Parcel.anew();
        refuse(poison);
        try {
            var others = List.of(Parcel.anew(), Parcel.anew());
            pusher.push(poison.toldBy("standard")).statusCode(200);
            others.forEach(parcel -> pusher.push(parcel.toldBy("standard")).statusCode(200));
            others.forEach(parcel -> Kept.awaitScans(parcel.waybill(), 2));
            assertThat(Await.within(
                            PATIENCE,
                            () -> Kept.deliveries(pusher.endpointId()).contains("BROKEN not stored: SQLSTATE P0001")))
                    .as("broken: " + Kept.deliveries(pusher.endpointId()))
                    .isTrue();
        } finally {
            Kept.change("drop trigger refuse_poison on scan; drop function refuse_poison()");
        }
        var id = Kept.rows(
                        "select id::text from webhook_delivery where state = 'BROKEN' and endpoint_id = ?",
                        pusher.endpointId())
                .getFirst();
        given().get(management.resolve("/ops/deliveries/broken?after=" + (Long.parseLong(id) - 1)))
                .then()
                .statusCode(200)
                .body("broken[0].endpointId", equalTo(pusher.endpointId()))
                .body("broken[0].reason", equalTo("not stored: SQLSTATE P0001"));
        given().post(management.resolve("/ops/deliveries/replay?id=" + id))
                .then()
                .statusCode(200)
                .body("replayed", equalTo(1));
        assertThat(Kept.awaitScans(poison.waybill(), 2)).hasSize(2);
        assertThat(Kept.awaitRead(pusher.endpointId())).containsOnly("DONE");
    }

    private static void refuse(Parcel poison) {
        Kept.change("""
                create function refuse_poison() returns trigger language plpgsql as $f$
                begin if new.waybill = '%s' then raise 'poison'; end if; return new; end $f$;
                create trigger refuse_poison before insert on scan for each row execute function refuse_poison()""".formatted(poison.waybill()));
    }

    @Test
    void operatorsSeeWhatWaitsWhatIsBrokenAndWhatWasRefused() {
        var pusher = Pusher.of("17track").setUp();
        pusher.push("[]").statusCode(200);
        pusher.with("another key").push("{}").statusCode(401);
        pusher.push(
                        "{\"data\":{\"number\":\"RR000000001CN\",\"carrier\":9,\"track_info\":{\"tracking\":{\"providers\":[{\"events\":[{\"time_iso\":\"2026-03-01T10:00:00Z\",\"sub_status\":\"Beamed_Up\"}]}]}}}}")
                .statusCode(200);
        Kept.awaitRead(pusher.endpointId());
        given().get(management.resolve("/ops/deliveries"))
                .then()
                .statusCode(200)
                .body("broken", greaterThanOrEqualTo(1));
        var metrics =
                given().get(management.resolve("/q/metrics")).then().extract().asString();
        assertThat(metrics)
                .contains("webhook_requests_total{outcome=\"forged\",provider=\"17track\"}")
                .contains("webhook_requests_total{outcome=\"accepted\",provider=\"17track\"}")
                .contains("webhook_deliveries_total{provider=\"17track\",state=\"BROKEN\"}")
                .contains("carrier_codes_unknown_total{provider=\"17track\"}")
                .contains("carriers_unknown_total{provider=\"17track\"}");
    }
}
