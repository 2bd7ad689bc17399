package org.shopscore.logistics.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class OrderImportTest {

    private static final String HEADER =
            "orderId,paidAt,pickupDueAt,deliveryPromisedAt,flags,pickedUpAt,signedAt,cancelledAt,refundedAt";

    private final Sender sender = Sender.anew();

    private String line(String orderId, String told) {
        return String.join(
                ",",
                orderId,
                sender.daysAgo(9).toString(),
                sender.daysAgo(7).toString(),
                sender.daysAgo(5).toString(),
                told);
    }

    private String signed(String orderId) {
        return line(orderId, "," + sender.daysAgo(8) + "," + sender.daysAgo(6) + ",,");
    }

    @Test
    void goodLinesComeInAndBadOnesAreReportedWithTheirLineFieldReasonAndWhatWasGiven() {
        sender.orders(
                        HEADER,
                        signed("o-1"),
                        line("o-2", "赠品,,,,"),
                        line("-3", ",,,,"),
                        "o-4,昨天,,,,,,,",
                        line("o-5", ",2999-01-01T00:00:00Z,,,"),
                        "o-6",
                        line("o-7", "GIFT SAMPLE,,,,"))
                .statusCode(201)
                .body("state", equalTo("DONE"))
                .body("runs", equalTo(1))
                .body("lines", equalTo(7))
                .body("created", equalTo(2))
                .body("rejected", equalTo(5));
        sender.get("/rejected")
                .body("rejected.line", contains(3, 4, 5, 6, 7))
                .body(
                        "rejected.code",
                        contains("unknown-value", "invalid-field", "wrong-type", "time-in-future", "wrong-field-count"))
                .body("rejected.field", contains("flags[0]", "orderId", "paidAt", "pickedUpAt", "line"))
                .body("rejected.given", contains("赠品", "-3", "昨天", "2999-01-01T00:00:00Z", "1"))
                .body("nextPageToken", nullValue());
        sender.order("o-7", "").statusCode(200).body("flags", equalTo(List.of("GIFT", "SAMPLE")));
    }

    @Test
    void aLineMakesOfItsOrderWhatTheSingleCommandsWouldHaveMade() {
        sender.orders(HEADER, signed("o-1")).body("created", equalTo(1));
        sender.order("o-1", "")
                .body("state", equalTo("SIGNED"))
                .body("version", equalTo(3))
                .body("pickedUpAt", equalTo(sender.daysAgo(8).toString()));
        sender.order("o-1", "/history").body("steps.what", contains("PAID", "PICKED_UP", "SIGNED"));
    }

    @Test
    void theSameFileAgainChangesNothing() {
        String[] file = {HEADER, signed("o-1"), line("o-2", ",,,,"), "bad"};
        sender.orders(file).statusCode(201).body("created", equalTo(2));
        sender.orders(file)
                .statusCode(200)
                .body("runs", equalTo(2))
                .body("created", equalTo(0))
                .body("same", equalTo(2))
                .body("rejected", equalTo(1));
        sender.get("/rejected").body("rejected", hasSize(1));
        sender.order("o-1", "").body("version", equalTo(3));
    }

    @Test
    void whatBecameKnownSinceIsTakenAndWhatContradictsIsRejectedWithoutAnyOfItsLine() {
        sender.orders(HEADER, line("o-1", ",,,,"), signed("o-2"), line("o-3", ",,,,"));
        var differs = line("o-3", ",,,,")
                .replace(sender.daysAgo(7).toString(), sender.daysAgo(6).toString());
        sender.again()
                .orders(
                        HEADER,
                        signed("o-1"),
                        line("o-2", "," + sender.daysAgo(9) + ",," + sender.daysAgo(1) + ","),
                        differs)
                .body("changed", equalTo(1))
                .body("rejected", equalTo(2));
        sender.order("o-1", "").body("state", equalTo("SIGNED"));
        sender.order("o-2", "")
                .body("version", equalTo(3))
                .body("pickedUpAt", equalTo(sender.daysAgo(8).toString()));
        sender.order("o-3", "").body("pickupDueAt", equalTo(sender.daysAgo(7).toString()));
    }

    @Test
    void anOrderThatStandsInTheFileTwiceIsTakenOneLineAfterTheOther() {
        sender.orders(HEADER, line("o-1", ",,,,"), line("o-2", ",,,,"), signed("o-1"), signed("o-1"))
                .body("created", equalTo(2))
                .body("changed", equalTo(1))
                .body("same", equalTo(1));
    }

    @Test
    void ofAFileOfManyBatchesEachLineIsTakenOnce() {
        var lines = new java.util.ArrayList<>(List.of(HEADER));
        for (int n = 0; n < 3_500; n++) {
            lines.add(n % 100 == 99 ? "bad" : signed("o-" + n));
        }
        sender.orders(lines.toArray(String[]::new))
                .body("lines", equalTo(3_500))
                .body("created", equalTo(3_465))
                .body("rejected", equalTo(35));
        sender.order("o-3498", "").body("state", equalTo("SIGNED"));
    }

    @Test
    void oneObjectALineIsTakenLikeATable() {
        var good = """
                {"shopId":"%s","orderId":"o-1","paidAt":"%s","pickupDueAt":"%s","deliveryPromisedDay":"2999-01-01","flags":["GIFT"],"signedAt":null}
                """.formatted(sender.shopId(), sender.daysAgo(3), sender.daysAgo(1))
                .strip();
        var day = sender.now().toString().substring(0, 10);
        sender.put(
                        "kind=orders",
                        Sender.NDJSON,
                        good.replace("2999-01-01", day) + "\n{\"buyer\":\"张三\"}\n" + good + "\n{\"orderId\":7}\n{")
                .statusCode(201)
                .body("created", equalTo(1))
                .body("rejected", equalTo(4));
        sender.get("/rejected")
                .body("rejected.line", contains(2, 3, 4, 5))
                .body("rejected.code", contains("unknown-field", "time-too-far", "wrong-type", "malformed-json"));
    }

    @Test
    void eachLineMayNameAShopOfItsOwn() {
        var other = Sender.anew();
        sender.orders("shopId," + HEADER, "," + signed("o-1"), other.shopId() + "," + signed("o-1"))
                .body("created", equalTo(2));
        sender.order("o-1", "").statusCode(200);
        other.order("o-1", "").statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            orderId,paidAt,收件人          | unknown-column | 收件人
            orderId,pickupDueAt          | missing-column | paidAt
            orderId,orderId,paidAt       | malformed-csv  |
            """)
    void aFileOfOtherColumnsIsRefusedWithTheirNamesAndNothingIsKeptOfIt(String header, String code, String field) {
        sender.orders(header)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("errors[0].field", equalTo(field));
        sender.get("").statusCode(404).body("code", equalTo("unknown-import"));
    }

    @Test
    void aFileThatCannotBeReadFromALineOnIsInUpToThereAndSaysSo() {
        sender.orders(HEADER, signed("o-1"), "\"o-2\"x" + signed(""), signed("o-3"))
                .statusCode(400)
                .body("code", equalTo("malformed-csv"))
                .body("line", equalTo(3))
                .body("import.state", equalTo("BROKEN_OFF"))
                .body("import.created", equalTo(1));
        sender.order("o-1", "").statusCode(200);
        sender.order("o-3", "").statusCode(404);
        sender.get("").body("failure", containsString("from line 3 on"));
    }

    @Test
    void aSpreadsheetInGbkComesInWhenItSaysSo() {
        var file = (HEADER + "\r\n" + line("o-1", "赠品,,,,") + "\r\n").getBytes(Charset.forName("GBK"));
        sender.put("kind=orders&shopId=" + sender.shopId(), "text/csv; charset=GBK", file)
                .body("rejected", equalTo(1));
        sender.get("/rejected").body("rejected[0].given", equalTo("赠品"));
        sender.put("kind=orders", "text/csv; charset=klingon", file)
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"));
    }

    @Test
    void theReportIsATableWithoutFormulasAndWithoutPersonalData() {
        sender.orders(HEADER, line("=1+1", ",,,,"), line("张三13800138000", ",,,,"))
                .body("rejected", equalTo(2));
        var csv = io.restassured.RestAssured.given()
                .accept("text/csv")
                .get(sender.address() + "/rejected")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
        assertThat(csv)
                .startsWith("line,code,field,message,given\r\n2,invalid-field,orderId,")
                .contains(",'=1+1\r\n");
        assertThat(csv).doesNotContain("13800138000").endsWith("***\r\n");
        sender.get("/rejected").body("rejected[1].given", not(containsString("138")));
    }

    @Test
    void theReportComesInPages() {
        sender.orders(HEADER, "a", "b", "c");
        var token = sender.get("/rejected?pageSize=2")
                .body("rejected.line", contains(2, 3))
                .extract()
                .<String>path("nextPageToken");
        sender.get("/rejected?pageSize=2&pageToken=" + token)
                .body("rejected.line", contains(4))
                .body("nextPageToken", nullValue());
        sender.get("/rejected?pageToken=" + token.toUpperCase(Locale.ROOT))
                .statusCode(400)
                .body("code", equalTo("invalid-page-token"));
    }

    @ParameterizedTest
    @CsvSource({
        "kind=parcels, 400, unknown-value, kind",
        "by=hand, 400, invalid-field, kind",
        "kind=orders&shopId=店铺, 400, invalid-field, shopId"
    })
    void whatIsNoImportIsRefused(String query, int status, String code, String field) {
        sender.put(query, Sender.CSV, "orderId\n")
                .statusCode(status)
                .body("code", equalTo(code))
                .body("errors[0].field", equalTo(field));
    }

    @Test
    void anIdStandsForOneKindAndShop() {
        sender.orders(HEADER);
        sender.put("kind=orders&shopId=another", Sender.CSV, HEADER)
                .statusCode(409)
                .body("code", equalTo("import-differs"));
    }

    @Test
    void anotherContentTypeIsRefused() {
        sender.put("kind=orders", "application/json", "{}").statusCode(415);
    }
}
