package org.shopscore.logistics.webhook;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Pushes as the providers do, with their signatures made here anew, to an endpoint that nobody else uses. */
record Pusher(String provider, String endpointId, String secret) {

    static final String FORM = "application/x-www-form-urlencoded";

    static Pusher of(String provider) {
        var secret = Base64.getEncoder().encodeToString(("secret of 32 bytes " + UUID.randomUUID()).getBytes(UTF_8));
        return new Pusher(provider, "endpoint-" + UUID.randomUUID(), secret);
    }

    Pusher with(String otherSecret) {
        return new Pusher(provider, endpointId, otherSecret);
    }

    String address() {
        return "/webhooks/" + provider + "/" + endpointId;
    }

    /** Sets the endpoint up, with this secret alone. */
    Pusher setUp() {
        settings("{\"secrets\":[\"" + secret + "\"],\"customer\":\"1600000\"}").statusCode(201);
        return this;
    }

    ValidatableResponse settings(String json) {
        return given().contentType(ContentType.JSON)
                .body(json)
                .put("/v1/webhook-endpoints/{provider}/{id}", provider, endpointId)
                .then();
    }

    ValidatableResponse change(String json, long version) {
        return given().contentType(ContentType.JSON)
                .header("If-Match", "\"" + version + "\"")
                .body(json)
                .put("/v1/webhook-endpoints/{provider}/{id}", provider, endpointId)
                .then();
    }

    ValidatableResponse push(String document) {
        return switch (provider) {
            case "kuaidi100", "kdniao" -> send(given().contentType(FORM + "; charset=UTF-8"), body(document));
            case "aftership" ->
                send(json().header("aftership-hmac-sha256", base64(hmac(secret.getBytes(UTF_8), document))), document);
            case "17track" -> send(json().header("sign", hex("SHA-256", document + "/" + secret)), document);
            default -> pushStandard("msg-" + hex("MD5", document), Instant.now(), document);
        };
    }

    ValidatableResponse pushStandard(String id, Instant at, String document) {
        return pushStandard(id, at, document, signature(id, at, document));
    }

    ValidatableResponse pushStandard(String id, Instant at, String document, String signature) {
        return send(
                json().header("webhook-id", id)
                        .header("webhook-timestamp", String.valueOf(at.getEpochSecond()))
                        .header("webhook-signature", signature),
                document);
    }

    String signature(String id, Instant at, String document) {
        return "v1,"
                + base64(hmac(Base64.getDecoder().decode(secret), id + "." + at.getEpochSecond() + "." + document));
    }

    /** What is sent for a document, signed where the signature is part of the body. */
    String body(String document) {
        return switch (provider) {
            case "kuaidi100" ->
                "sign=" + hex("MD5", document + secret).toUpperCase(Locale.ROOT) + "&param=" + encoded(document);
            case "kdniao" ->
                "RequestData=" + encoded(document) + "&RequestType=101&EBusinessID=1600000&DataSign="
                        + encoded(base64(hex("MD5", document + secret).getBytes(UTF_8)));
            default -> document;
        };
    }

    ValidatableResponse send(RequestSpecification request, String body) {
        boolean isForm = provider.startsWith("k");
        return (isForm ? request.body(body) : request.body(body.getBytes(UTF_8)))
                .post(address())
                .then();
    }

    static RequestSpecification json() {
        return given().contentType("application/json");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String hex(String algorithm, String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
