package org.shopscore.logistics.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class WebhookTest {

    private final Parcel parcel = Parcel.anew();

    @TestHTTPResource("/")
    URI service;

    @ParameterizedTest
    @ValueSource(strings = {"kuaidi100", "kdniao", "aftership", "17track", "standard"})
    void aPushBecomesScansWithoutPersonalDataAndARepeatChangesNothing(String provider) {
        var pusher = Pusher.of(provider).setUp();
        pusher.push(parcel.toldBy(provider)).statusCode(200);
        var scans = Kept.awaitScans(parcel.waybill(), 2);
        assertThat(scans).hasSize(2);
        assertThat(scans.getFirst()).startsWith("PICKED_UP ");
        assertThat(scans.getLast()).startsWith("DELIVERED ");
        assertThat(scans).noneMatch(scan -> scan.matches("(?s).*(张三|李四|ZHANG|Li Si|\\d{7}).*"));

        pusher.push(parcel.toldBy(provider)).statusCode(200);
        assertThat(Kept.awaitRead(pusher.endpointId())).containsExactly("DONE");
        assertThat(Kept.scans(parcel.waybill())).isEqualTo(scans);
    }

    @Test
    void kuaidi100HearsItsOwnAnswer() {
        Pusher.of("kuaidi100")
                .setUp()
                .push(parcel.toldBy("kuaidi100"))
                .statusCode(200)
                .body("result", equalTo(true))
                .body("returnCode", equalTo("200"))
                .body("message", equalTo("成功"));
    }

    @Test
    void kdniaoHearsItsOwnAnswer() {
        Pusher.of("kdniao")
                .setUp()
                .push(parcel.toldBy("kdniao"))
                .statusCode(200)
                .body("EBusinessID", equalTo("1600000"))
                .body("UpdateTime", matchesPattern("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}"))
                .body("Success", equalTo(true))
                .body("Reason", equalTo(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kuaidi100", "kdniao", "aftership", "17track", "standard"})
    void aForgedPushIsRefusedAndNothingIsKept(String provider) {
        var pusher = Pusher.of(provider).setUp();
        var forger = pusher.with(Pusher.of(provider).secret());
        forger.push(parcel.toldBy(provider)).statusCode(401);
        assertThat(Kept.deliveries(pusher.endpointId())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kuaidi100", "kdniao"})
    void aFormsProviderIsRefusedInItsOwnWords(String provider) {
        var refused = Pusher.of(provider)
                .setUp()
                .with("another secret")
                .push(parcel.toldBy(provider))
                .statusCode(401);
        assertThat(refused.extract().asString()).containsAnyOf("\"result\":false", "\"Success\":false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kuaidi100", "kdniao", "aftership", "17track", "standard"})
    void aBodyThatWasChangedOnTheWayIsRefused(String provider) {
        var pusher = Pusher.of(provider).setUp();
        var document = parcel.toldBy(provider);
        pusher.send(given().contentType(type(provider)), "").statusCode(401);
        pusher.send(
                        given().contentType(type(provider)),
                        pusher.body(document).substring(0, pusher.body(document).length() / 2))
                .statusCode(401);
        assertThat(Kept.deliveries(pusher.endpointId())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kuaidi100", "aftership"})
    void aPushOfAnotherTypeIsRefused(String provider) {
        var pusher = Pusher.of(provider).setUp();
        pusher.send(given().contentType("text/plain"), pusher.body(parcel.toldBy(provider)))
                .statusCode(415);
        assertThat(Kept.deliveries(pusher.endpointId())).isEmpty();
    }

    @Test
    void anUnknownEndpointAndAnUnknownProviderAreNotThere() {
        Pusher.of("aftership")
                .push(parcel.toldBy("aftership"))
                .statusCode(404)
                .body("code", equalTo("unknown-endpoint"));
        Pusher.of("pigeon").push(parcel.toldBy("standard")).statusCode(404).body("code", equalTo("unknown-endpoint"));
        Pusher.of("kuaidi100").push(parcel.toldBy("kuaidi100")).statusCode(404).body("result", equalTo(false));
    }

    @Test
    void aPushThatIsTooLargeIsRefused() {
        var pusher = Pusher.of("17track").setUp();
        pusher.push("{\"x\":\"" + "x".repeat(2_000_000) + "\"}").statusCode(413);
        assertThat(Kept.deliveries(pusher.endpointId())).isEmpty();
    }

    @Test
    void aPushWhoseSenderHangsUpLeavesNothing() throws IOException {
        var pusher = Pusher.of("aftership").setUp();
        var body = parcel.toldBy("aftership");
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            var request = "POST " + pusher.address()
                    + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                    + (body.length() + 1000) + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }
        pusher.push(body).statusCode(200);
        assertThat(Kept.awaitRead(pusher.endpointId())).containsExactly("DONE");
    }

    @Test
    void aVerifiedPushThatCannotBeReadIsKeptAsBrokenWithItsReason() {
        var pusher = Pusher.of("17track").setUp();
        pusher.push("{\"event\":\"TRACKING_UPDATED\",\"data\":").statusCode(200);
        assertThat(Kept.awaitRead(pusher.endpointId())).containsExactly("BROKEN not JSON at line 1, column 36");
    }

    @Test
    void aBrokenPushStopsNoOther() {
        var pusher = Pusher.of("17track").setUp();
        pusher.push("[]").statusCode(200);
        pusher.push(parcel.toldBy("17track")).statusCode(200);
        pusher.push("{").statusCode(200);
        Kept.awaitScans(parcel.waybill(), 2);
        assertThat(Kept.awaitRead(pusher.endpointId())).hasSize(3).contains("DONE");
    }

    @Test
    void anAftershipEventThatIsRepeatedUnderItsIdIsTheSameOneWhateverElseItSays() {
        var pusher = Pusher.of("aftership").setUp();
        pusher.push(parcel.toldBy("aftership")).statusCode(200).body("outcome", equalTo("accepted"));
        pusher.push(parcel.toldBy("aftership").replace("\"ts\":1", "\"ts\":2"))
                .statusCode(200)
                .body("outcome", equalTo("repeated"));
        assertThat(Kept.awaitRead(pusher.endpointId())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 310, -86_400})
    void aStandardWebhookThatWasSignedAtAnotherTimeIsRefused(long secondsAway) {
        var pusher = Pusher.of("standard").setUp();
        pusher.pushStandard("msg-1", Instant.now().plusSeconds(secondsAway), parcel.toldBy("standard"))
                .statusCode(401)
                .body("code", equalTo("stale"));
        assertThat(Kept.deliveries(pusher.endpointId())).isEmpty();
    }

    @Test
    void aReplayedStandardWebhookIsTheSameOneAndAReusedSignatureUnderAnotherIdIsForged() {
        var pusher = Pusher.of("standard").setUp();
        var now = Instant.now();
        var document = parcel.toldBy("standard");
        pusher.pushStandard("msg-1", now, document).statusCode(200).body("outcome", equalTo("accepted"));
        pusher.pushStandard("msg-1", now, document).statusCode(200).body("outcome", equalTo("repeated"));
        pusher.pushStandard("msg-2", now, document, pusher.signature("msg-1", now, document))
                .statusCode(401);
        assertThat(Kept.awaitRead(pusher.endpointId())).containsExactly("DONE");
    }

    @Test
    void whileSecretsAreRotatedTheOldAndTheNewOneBothCountAndSeveralSignaturesMayCome() {
        var pusher = Pusher.of("standard").setUp();
        var next = pusher.with(Pusher.of("standard").secret());
        pusher.change("{\"secrets\":[\"" + next.secret() + "\",\"whsec_" + pusher.secret() + "\"]}", 1)
                .statusCode(200);
        var now = Instant.now();
        pusher.push(parcel.toldBy("standard")).statusCode(200);
        next.push(Parcel.anew().toldBy("standard")).statusCode(200);
        var third = Parcel.anew().toldBy("standard");
        var both = Pusher.of("standard").signature("msg-3", now, third) + " " + next.signature("msg-3", now, third);
        next.pushStandard("msg-3", now, third, both).statusCode(200);

        pusher.change("{\"secrets\":[\"" + next.secret() + "\"]}", 2).statusCode(200);
        pusher.push(Parcel.anew().toldBy("standard")).statusCode(401);
        assertThat(Kept.awaitRead(pusher.endpointId())).containsExactly("DONE", "DONE", "DONE");
    }

    @Test
    void pushesFromElsewhereAreRefusedAndADisabledEndpointIsGone() {
        var pusher = Pusher.of("17track");
        pusher.settings("{\"secrets\":[\"" + pusher.secret() + "\"],\"sources\":[\"203.0.113.0/24\"]}")
                .statusCode(201);
        pusher.push(parcel.toldBy("17track")).statusCode(403).body("code", equalTo("foreign-source"));
        pusher.change("{\"secrets\":[\"" + pusher.secret() + "\"],\"sources\":[\"127.0.0.0/8\"]}", 1)
                .statusCode(200);
        pusher.push(parcel.toldBy("17track")).statusCode(200);
        pusher.change("{\"secrets\":[\"" + pusher.secret() + "\"],\"enabled\":false}", 2)
                .statusCode(200);
        pusher.push(parcel.toldBy("17track")).statusCode(410).body("code", equalTo("disabled"));
    }

    @Test
    void theOrderInWhichPushesComeChangesNothing() {
        var pusher = Pusher.of("standard").setUp();
        var signed =
                "{\"type\":\"tracking.updated\",\"data\":{\"carrier\":\"yto\",\"waybill\":\"%s\",\"scans\":[{\"at\":\"%s\",\"status\":\"DELIVERED\"}]}}"
                        .formatted(parcel.waybill(), parcel.signedAt());
        pusher.push(signed).statusCode(200);
        Kept.awaitScans(parcel.waybill(), 1);
        pusher.push(parcel.toldBy("standard").replace("签收人：张三丰", "")).statusCode(200);
        assertThat(Kept.awaitScans(parcel.waybill(), 2)).isEqualTo(List.of("PICKED_UP 已揽收", "DELIVERED "));
    }

    private static String type(String provider) {
        return List.of("kuaidi100", "kdniao").contains(provider) ? Pusher.FORM : "application/json";
    }
}
