package org.shopscore.logistics.webhook;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class FetchedResponseTest {

    private final Parcel parcel = Parcel.anew();

    private static String digest(String body) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8)));
    }

    private static ValidatableResponse put(String source, String type, String digest, String query, String body) {
        return given().contentType(type)
                .body(body.getBytes(UTF_8))
                .put("/v1/tracking-responses/" + source + "/" + digest + query)
                .then();
    }

    @Test
    void aCarriersAnswerInXmlBecomesScansOnce() throws Exception {
        var body =
                "<TrackResponse><TrackInfo ID=\"%s\"><TrackSummary><EventTime>2:05 pm</EventTime><EventDate>March 1, 2026</EventDate><Event>Delivered</Event><EventCode>01</EventCode></TrackSummary></TrackInfo></TrackResponse>"
                        .formatted(parcel.waybill());
        put("usps", "application/xml", digest(body), "", body).statusCode(201);
        put("usps", "text/xml", digest(body), "", body).statusCode(200);
        assertThat(Kept.awaitScans(parcel.waybill(), 1)).containsExactly("DELIVERED Delivered");
    }

    @Test
    void anAnswerThatNamesNoWaybillComesWithTheOneThatWasAskedFor() throws Exception {
        var body =
                "[{\"scanDateTime\":\"2026-03-01 10:00:00\",\"remark\":\"顺丰速运 已收取快件\",\"opCode\":\"54\",\"cxPackageStatus\":10}]";
        put("sf", "application/json", digest(body), "?waybill=" + parcel.waybill(), body)
                .statusCode(201);
        assertThat(Kept.awaitScans(parcel.waybill(), 1)).containsExactly("PICKED_UP 顺丰速运 已收取快件");
    }

    @Test
    void whatIsNotWhatItSaysIsRefusedByItsField() throws Exception {
        put("usps", "application/xml", digest("other"), "", "<a/>")
                .statusCode(400)
                .body("errors[0].field", equalTo("digest"));
        put("sf", "application/json", digest("[]"), "?waybill=x", "[]")
                .statusCode(400)
                .body("errors[0].field", equalTo("waybill"));
        put("pigeon", "application/json", digest("[]"), "", "[]")
                .statusCode(404)
                .body("code", equalTo("unknown-source"));
        put("sf", "text/plain", digest("[]"), "", "[]").statusCode(415);
    }
}
