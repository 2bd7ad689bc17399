package org.shopscore.logistics.incident;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;

/** Works on one exception of a shop's shipment as the logistics desk does. */
public record Desk(Shop shop, String shipmentId, String exceptionId) {

    public ValidatableResponse open(String type, Instant at) {
        return put("", "{\"type\":\"%s\",\"openedAt\":\"%s\"}".formatted(type, at), null);
    }

    public ValidatableResponse open(String type, String fault, Instant at) {
        return put("", "{\"type\":\"%s\",\"fault\":\"%s\",\"openedAt\":\"%s\"}".formatted(type, fault, at), null);
    }

    public ValidatableResponse owner(String owner) {
        return put("/owner", "{\"owner\":\"%s\"}".formatted(owner));
    }

    public ValidatableResponse fault(String fault) {
        return put("/fault", "{\"fault\":\"%s\",\"reason\":\"台风过境，网点停运\"}".formatted(fault));
    }

    public ValidatableResponse withdraw(String reason) {
        return put("/withdrawal", "{\"reason\":\"%s\"}".formatted(reason));
    }

    public ValidatableResponse close(Instant at) {
        return put("/closing", "{\"closedAt\":\"%s\"}".formatted(at));
    }

    /** From whatever version is stored. */
    public ValidatableResponse put(String part, String body) {
        return put(part, body, "*");
    }

    public ValidatableResponse put(String part, String body, String ifMatch) {
        var request = given().contentType(ContentType.JSON).body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put(address() + part)
                .then();
    }

    public ValidatableResponse get() {
        return given().get(address()).then();
    }

    public ValidatableResponse get(String part) {
        return given().get(address() + part).then();
    }

    private String address() {
        return shop.address() + "/shipments/" + shipmentId + "/exceptions/" + exceptionId;
    }
}
