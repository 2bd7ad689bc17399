package org.shopscore.logistics.carrier.choice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shopscore.logistics.carrier.Courier;
import org.shopscore.logistics.scan.ScanStatus;
import org.shopscore.platform.PlatformResource;

/** On the lane from Jinan to Beijing other tests have carriers of their own, which are not registered and so never asked. */
@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class RecommendationTest {

    private static final String ADDRESS = "/v1/lanes/" + Courier.FROM + "/" + Courier.TO + "/recommendation";

    private final Courier reliable = Courier.anew();
    private final Courier late = reliable.rival();

    private static void registered(Courier courier, String zh) {
        courier.put("/v1/carriers/" + courier.code(), """
                {"nameZh":"%s","nameEn":"%s","coverage":["CN"],"levels":["NATIONAL"],"peakPerDay":100}""".formatted(zh, courier.code()))
                .statusCode(201);
    }

    /** Four parcels, promised for the hour 96 and signed at the hours. */
    private static void signed(Courier courier, long... hours) {
        int i = 0;
        for (long hour : hours) {
            String id = courier.code().substring(0, 8) + "-" + i++;
            courier.sends(id, 0);
            courier.scanned(id, ScanStatus.PICKED_UP, 10);
            courier.scanned(id, ScanStatus.DELIVERED, hour);
        }
        courier.performance(
                page -> Integer.valueOf(hours.length).equals(page.get("weeks.figures.delivery.parcels.sum()")));
    }

    private static JsonPath recommendation(String more) {
        return given().get(ADDRESS + "?minSamples=4" + more)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonPath ours(JsonPath all) {
        return all.setRootPath("ranking.findAll { it.carrier in ['%s','%s'] }".formatted(reliable.code(), late.code()));
    }

    @Test
    void theCarrierThatKeepsItsPromisesStandsBeforeTheOneThatDoesNotAndTheReasonSaysSo() {
        registered(reliable, "准时达");
        registered(late, "慢慢来");
        signed(reliable, 50, 60, 70, 95);
        signed(late, 50, 60, 97, 99);

        var all = recommendation("");
        assertThat(ours(all).getList("carrier")).isEqualTo(List.of(reliable.code(), late.code()));
        assertThat(ours(all).getList("figures.onTime.share")).isEqualTo(List.of("1.0000", "0.5000"));
        assertThat(ours(all).getString("[1].reason.zh")).contains("慢慢来排第", "按时率50.00%（2/4）", "100.00%");
        all.setRootPath("");
        assertThat(all.getString("reason.zh")).startsWith("推荐");
        assertThat(all.getString("from")).isEqualTo("CN-37");
    }

    @Test
    void whoIsTooSmallOrHasTooFewSamplesIsListedApartWithTheReason() {
        registered(reliable, "准时达");
        signed(reliable, 50, 60, 70, 95);
        given().get(ADDRESS + "?minSamples=4&parcelsPerDay=101")
                .then()
                .body(
                        "ruledOut.find { it.carrier == '%s' }.why".formatted(reliable.code()),
                        equalTo("CAPACITY_TOO_SMALL"))
                .body("ranking.carrier", org.hamcrest.Matchers.not(hasItem(reliable.code())));
        given().get(ADDRESS + "?minSamples=5")
                .then()
                .body(
                        "ruledOut.find { it.carrier == '%s' }.reason.zh".formatted(reliable.code()),
                        equalTo("准时达样本不足：4个，少于5个"));
    }

    @Test
    void withoutDataNobodyIsRecommended() {
        given().get("/v1/lanes/CN-54/CN-46/recommendation")
                .then()
                .statusCode(200)
                .body("recommended", org.hamcrest.Matchers.nullValue())
                .body("ranking", equalTo(List.of()))
                .body("reason.zh", containsString("不作推荐"))
                .body("ruledOut.find { it.carrier == 'yto' }.why", equalTo("TOO_FEW_SAMPLES"))
                .body("ruledOut.find { it.carrier == 'usps' }.why", equalTo("NOT_COVERED"));
    }

    @Test
    void thePriceOfTheLaneGoesBeforeTheContractsAndIsShown() {
        registered(reliable, "准时达");
        signed(reliable, 50, 60, 70, 95);
        reliable.put("/v1/carriers/" + reliable.code() + "/contracts/all", """
                {"from":"2020-01-01","to":"2099-12-31","termsNote":"","capacityPerDay":7,"priceMinor":420,"currency":"CNY"}""");
        assertThat(ours(recommendation("")).getList("priceMinor")).isEqualTo(List.of(420));
        assertThat(ours(recommendation("")).getList("capacityPerDay")).isEqualTo(List.of(7));
        reliable.put("/v1/lane-times/" + reliable.code() + "/CN-37/CN-11", """
                {"validFrom":"%s","pickupHours":24,"transitHours":48,"level":"NATIONAL","priceMinor":380,"currency":"CNY"}""".formatted(reliable.hour(0)));
        assertThat(ours(recommendation("")).getList("priceMinor")).isEqualTo(List.of(380));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"weeks=0", "minSamples=0", "prefer=BEST", "level=DRONE", "currency=yuan", "parcelsPerDay=0"})
    void aBadQuestionIsRefusedWithItsField(String query) {
        given().get(ADDRESS + "?" + query)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem(query.substring(0, query.indexOf('='))));
    }
}
