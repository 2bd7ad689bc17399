package org.shopscore.logistics.bulk.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/** A shop that nobody else uses, in whose facts there is one of everything, told one by one in no good order. */
record BusyShop(String token, Instant now, Random random) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TEXTS = List.of(
            "【济南转运中心】 已发出,下一站 “青岛,李沧”",
            "他说：\"放门口\"\n第二行\r\n第三行",
            "=HYPERLINK(\"http://例子\",\"点我\")",
            "'=已有撇号",
            "-1 件",
            "快递员 张三 13800138000 正在派件，请保持电话畅通",
            "凭取件码 8-2-3344 到丰巢柜取件",
            "");
    private static final List<String> CODES =
            List.of("GOT", "=SUM(A1:A9)", "+86", "@揽收", "\t制表", "\"引号\",逗号", "两行\n代码", "'撇号", "''=两个", " 空格 ", "");
    private static final List<String> STATUSES = List.of(
            "INFO_RECEIVED",
            "PICKED_UP",
            "IN_TRANSIT",
            "OUT_FOR_DELIVERY",
            "READY_FOR_PICKUP",
            "DELIVERED",
            "EXCEPTION",
            "RETURNING",
            "RETURNED",
            "LOST",
            "CANCELLED");
    private static final List<String> TERMS = List.of(
            ",\"flags\":[\"SAMPLE\",\"GIFT\"]",
            ",\"kind\":\"PRESALE\",\"availableAt\":\"%s\"",
            ",\"from\":\"CN-3301\",\"to\":\"CN-370112\",\"carrier\":\"yto\"",
            ",\"buyerRef\":\"b-7.f~3\"",
            "");

    static BusyShop anew(long seed) {
        return new BusyShop(
                UUID.randomUUID().toString().replace("-", "").substring(0, 20),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                new Random(seed));
    }

    /** Another shop whose facts have the names of this one's. */
    BusyShop copy() {
        return new BusyShop(UUID.randomUUID().toString().replace("-", "").substring(0, 20), now, random);
    }

    /** A file of this shop's facts as if they were the other's. */
    String renamed(String file, BusyShop other) {
        return file.replace(token, other.token)
                .replace(token.toUpperCase(Locale.ROOT), other.token.toUpperCase(Locale.ROOT));
    }

    String id() {
        return "shop-" + token;
    }

    String waybill(String shipment) {
        return (token + "-" + shipment).toUpperCase(Locale.ROOT);
    }

    void isBusy() {
        for (int n = 0; n < 24; n++) {
            placed("o-" + n);
        }
        hasOneOfEverything();
        for (int n = 0; n < 30; n++) {
            var order = "o-" + random.nextInt(24);
            var split = random.nextBoolean() ? "" : "\",\"o-" + random.nextInt(24);
            declared("p-" + n, order + split, "");
        }
        for (int n = 0; n < 120; n++) {
            happens(random.nextInt(4));
        }
    }

    private void hasOneOfEverything() {
        placed("lost-track");
        put("/orders/lost-track/cancellation", "{\"cancelledAt\":\"%s\"}".formatted(hoursAgo(70)), 200);
        declared("late-scans", "lost-track", "");
        put("/shipments/late-scans/cancellation", "{\"cancelledAt\":\"%s\"}".formatted(hoursAgo(69)), 200);
        scanned("late-scans", "PICKED_UP", 75, 0);

        placed("told-late");
        put("/orders/told-late/cancellation", "{\"cancelledAt\":\"%s\"}".formatted(hoursAgo(70)), 200);
        put("/orders/told-late/pickup", "{\"pickedUpAt\":\"%s\"}".formatted(hoursAgo(71)), 200);

        placed("by-day");
        put("/shipments/z-1", parcel("z-1", "by-day", ""), 201);
        put("/shipments/y-2", parcel("y-2", "by-day", ",\"replaces\":\"z-1\""), 201);
        put("/shipments/x-3", parcel("x-3", "by-day", ",\"replaces\":\"y-2\""), 201);
        put("/shipments/z-1/cancellation", "{\"cancelledAt\":\"%s\"}".formatted(hoursAgo(60)), 200);
        declared("a-1", "by-day", "");
        declared("b-2", "by-day", "");
        edited("a-1", parcel("a-1", "by-day", ",\"replaces\":\"b-2\""));
        for (int n = 0; n < CODES.size(); n++) {
            scanned("x-3", "IN_TRANSIT", 50 - n, n);
        }
        scanned("x-3", "PICKED_UP", 59, 0);
    }

    private void happens(int what) {
        var order = "/orders/o-" + random.nextInt(24);
        var at = hoursAgo(random.nextInt(190));
        switch (what) {
            case 0 -> put(order + "/pickup", "{\"pickedUpAt\":\"%s\"}".formatted(at), 200);
            case 1 -> put(order + "/cancellation", "{\"cancelledAt\":\"%s\"}".formatted(at), 200, 409);
            case 2 -> put(order + "/refund", "{\"refundedAt\":\"%s\"}".formatted(at), 200);
            default ->
                scanned("p-" + random.nextInt(30), any(STATUSES), random.nextInt(190), random.nextInt(CODES.size()));
        }
    }

    private void placed(String order) {
        var paidAt = hoursAgo(200 + random.nextInt(5));
        var promise = random.nextBoolean()
                ? "\"deliveryPromisedAt\":\"%s\"".formatted(hoursAgo(random.nextInt(100) - 50))
                : "\"deliveryPromisedDay\":\"%s\"".formatted(now.toString().substring(0, 10));
        put(
                "/orders/" + order,
                "{\"paidAt\":\"%s\",\"pickupDueAt\":\"%s\",%s%s}"
                        .formatted(
                                paidAt,
                                hoursAgo(random.nextInt(150)),
                                promise,
                                any(TERMS).formatted(hoursAgo(190))),
                201);
    }

    private void declared(String shipment, String orders, String more) {
        put("/shipments/" + shipment, parcel(shipment, orders, more), 201);
    }

    private String parcel(String shipment, String orders, String more) {
        return "{\"carrier\":\"yto\",\"waybill\":\"%s\",\"orderIds\":[\"%s\"],\"shippedAt\":\"%s\"%s}"
                .formatted(waybill(shipment), orders, hoursAgo(180), more);
    }

    private void scanned(String shipment, String status, long hoursAgo, int code) {
        var scan = new TreeMap<String, Object>(Map.of("at", hoursAgo(hoursAgo).toString(), "status", status));
        scan.put("code", CODES.get(code));
        scan.put("text", TEXTS.get(code % TEXTS.size()));
        if (random.nextBoolean()) {
            scan.put("region", "CN-3702");
            scan.put("incident", "WEATHER");
        }
        put("/shipments/" + shipment + "/scans", written(Map.of("scans", List.of(scan))), 200);
    }

    private void edited(String shipment, String body) {
        given().contentType("application/json")
                .header("If-Match", "\"1\"")
                .body(body)
                .put("/v1/shops/" + id() + "/shipments/" + shipment)
                .then()
                .statusCode(200);
    }

    private void put(String path, String body, int... statuses) {
        int status = given().contentType("application/json")
                .body(body)
                .put("/v1/shops/" + id() + path)
                .statusCode();
        assertThat(statuses).as(path + " " + body).contains(status);
    }

    /** What is known of each of its orders and shipments, but for the shop's name and how often they were written. */
    Map<String, Object> known(BusyShop named) {
        var known = new HashMap<String, Object>();
        for (var order : list("orders")) {
            known.put("order " + order.get("orderId"), plain(order, named));
        }
        for (var shipment : list("shipments")) {
            known.put("shipment " + shipment.get("shipmentId"), plain(shipment, named));
            known.put("scans " + shipment.get("shipmentId"), scans((String) shipment.get("shipmentId")));
        }
        return known;
    }

    private Map<String, Object> plain(Map<String, Object> fact, BusyShop named) {
        var plain = new TreeMap<>(fact);
        plain.remove("shopId");
        plain.remove("version");
        plain.computeIfPresent("waybill", (_, waybill) -> renamed((String) waybill, named));
        return plain;
    }

    private Object scans(String shipment) {
        return given().get("/v1/shops/" + id() + "/shipments/" + shipment + "/scans")
                .jsonPath()
                .get("scans");
    }

    private List<Map<String, Object>> list(String kind) {
        var all = new ArrayList<Map<String, Object>>();
        String token = "";
        while (token != null) {
            var page = given().get("/v1/shops/" + id() + "/" + kind + "?pageSize=200&pageToken=" + token)
                    .jsonPath();
            all.addAll(page.getList(kind));
            token = page.getString("nextPageToken");
        }
        return all;
    }

    private Instant hoursAgo(long hours) {
        return now.minus(hours, ChronoUnit.HOURS);
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String written(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
