package org.shopscore.logistics.carrier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class CarrierResourceTest {

    private static final String SF = """
            {"nameZh":"顺丰测试","nameEn":"SF Test","coverage":["CN","HK"],"levels":["INSTANT","NATIONAL"],"peakPerDay":%d}""";
    private static final String YEAR = """
            {"from":"2026-01-01","to":"2026-12-31","termsNote":"旺季加派车辆，联系人：张三 13812345678","capacityPerDay":%d,
            "priceMinor":350,"currency":"CNY"}""";

    private final String code = "c-" + UUID.randomUUID().toString().substring(0, 13);
    private final String address = "/v1/carriers/" + code;

    private static ValidatableResponse put(String address, String body) {
        return given().contentType(ContentType.JSON).body(body).put(address).then();
    }

    private static ValidatableResponse edit(String address, String version, String body) {
        return given().contentType(ContentType.JSON)
                .header("If-Match", version)
                .body(body)
                .put(address)
                .then();
    }

    @Test
    void aCarrierIsRegisteredEditedFromItsVersionAndRead() {
        put(address, SF.formatted(100)).statusCode(201).header("ETag", "\"1\"");
        put(address, SF.formatted(100)).statusCode(200).header("ETag", "\"1\"");
        put(address, SF.formatted(200)).statusCode(428).body("code", equalTo("version-required"));
        edit(address, "\"1\"", SF.formatted(200)).statusCode(200).header("ETag", "\"2\"");
        edit(address, "\"1\"", SF.formatted(300)).statusCode(412).body("code", equalTo("version-differs"));
        given().get(address)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("nameZh", equalTo("顺丰测试"))
                .body("coverage", equalTo(List.of("CN", "HK")))
                .body("levels", equalTo(List.of("INSTANT", "NATIONAL")))
                .body("peakPerDay", equalTo(200));
    }

    @Test
    void theCarriersThatComeWithTheServiceAreThereAndListedByCode() {
        var codes = new ArrayList<String>();
        String token = "";
        do {
            var page = given().queryParam("pageSize", 7)
                    .queryParam("pageToken", token)
                    .get("/v1/carriers")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            codes.addAll(page.getList("carriers.carrier"));
            token = page.getString("nextPageToken");
        } while (token != null);
        assertThat(codes).isSorted().doesNotHaveDuplicates().contains("yto", "zto", "sf", "htky", "jd", "usps");
        given().get("/v1/carriers/yto").then().body("nameZh", equalTo("圆通速递"));
    }

    @Test
    void aContractIsRecordedWithoutPersonalDataAndEditedFromItsVersion() {
        put(address, SF.formatted(100));
        put(address + "/contracts/2026", YEAR.formatted(5000)).statusCode(201).header("ETag", "\"1\"");
        put(address + "/contracts/2026", YEAR.formatted(5000)).statusCode(200);
        put(address + "/contracts/2026", YEAR.formatted(6000)).statusCode(428);
        edit(address + "/contracts/2026", "\"1\"", YEAR.formatted(6000))
                .statusCode(200)
                .body("version", equalTo(2));
        String note = given().get(address + "/contracts/2026")
                .then()
                .statusCode(200)
                .body("capacityPerDay", equalTo(6000))
                .body("priceMinor", equalTo(350))
                .extract()
                .path("termsNote");
        assertThat(note).contains("旺季加派车辆").doesNotContain("13812345678", "张三");
        given().get(address + "/contracts")
                .then()
                .statusCode(200)
                .body("contracts.contractId", equalTo(List.of("2026")));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        given().get(address).then().statusCode(404).body("code", equalTo("unknown-carrier"));
        put(address + "/contracts/2026", YEAR.formatted(1)).statusCode(404).body("code", equalTo("unknown-carrier"));
        given().get(address + "/contracts").then().statusCode(404).body("code", equalTo("unknown-carrier"));
        put(address, SF.formatted(1));
        given().get(address + "/contracts/2026").then().statusCode(404).body("code", equalTo("unknown-contract"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nameZh      |              | {'nameZh':' ','nameEn':'x','coverage':['CN'],'levels':['NATIONAL']}",
                "coverage    |              | {'nameZh':'x','nameEn':'x','coverage':[],'levels':['NATIONAL']}",
                "coverage    |              | {'nameZh':'x','nameEn':'x','coverage':['cn'],'levels':['NATIONAL']}",
                "levels      |              | {'nameZh':'x','nameEn':'x','coverage':['CN']}",
                "peakPerDay  |              | {'nameZh':'x','nameEn':'x','coverage':['CN'],'levels':['NATIONAL'],'peakPerDay':0}",
                "to          | /contracts/1 | {'from':'2026-02-01','to':'2026-01-31','termsNote':''}",
                "from        | /contracts/1 | {'to':'2026-01-31','termsNote':''}",
                "termsNote   | /contracts/1 | {'from':'2026-01-01','to':'2026-01-31'}",
                "currency    | /contracts/1 | {'from':'2026-01-01','to':'2026-01-31','termsNote':'','priceMinor':1}",
                "currency    | /contracts/1 | {'from':'2026-01-01','to':'2026-01-31','termsNote':'','priceMinor':1,'currency':'XYZ'}"
            })
    void aBadFieldNamesItself(String field, String part, String body) {
        put(address + (part == null ? "" : part), body.replace('\'', '"'))
                .statusCode(400)
                .body("errors.field", hasItem(org.hamcrest.Matchers.startsWith(field)));
    }

    @Test
    void theDocumentTellsTheAddressesAndHowTheyMayBeRefused() {
        given().get("/q/openapi?format=json")
                .then()
                .body(
                        "paths.'/v1/carriers/{carrier}'.put.responses.keySet()",
                        hasItems("200", "201", "400", "412", "428"))
                .body(
                        "paths.'/v1/carriers/{carrier}/contracts/{contractId}'.put.responses.keySet()",
                        hasItems("200", "201", "400", "404", "412", "428"))
                .body("paths.'/v1/carriers/{carrier}/performance'.get.parameters.name", hasItems("from", "to", "week"))
                .body(
                        "paths.'/v1/lanes/{from}/{to}/recommendation'.get.parameters.name",
                        hasItems("prefer", "minSamples"));
    }
}
