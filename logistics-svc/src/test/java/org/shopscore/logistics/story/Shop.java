package org.shopscore.logistics.story;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.shopscore.logistics.region.Region;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.scan.TrackingUpdate;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.EventJson;
import org.shopscore.platform.PlatformResource;
import org.shopscore.platform.emitter.Announced;

/** A shop that nobody else uses, to which a history is told. */
record Shop(String id) {

    private static final String OF_ORDERS_AND_PARCELS = """
            select contribution from orders where shop_id = ? union all
            select contribution from shipment where shop_id = ?""";
    private static final String OF_EXCEPTIONS = "select contribution from shipment_exception where shop_id = ?";

    static Shop anew() {
        return new Shop("shop-" + UUID.randomUUID());
    }

    void tell(History history, List<History.Telling> tellings, Consumer<TrackingUpdate> carriers) {
        history.orders().forEach(this::place);
        tellings.forEach(telling -> tell(telling, carriers));
    }

    void place(History.OrderTold order) {
        put("/orders/" + order.id(), """
                {"paidAt":"%s","pickupDueAt":"%s","deliveryPromisedAt":"%s","flags":[%s]}""".formatted(
                        order.paidAt(), order.pickupDueAt(), order.promisedAt(), order.gift() ? "\"GIFT\"" : ""));
    }

    void tell(History.Telling telling, Consumer<TrackingUpdate> carriers) {
        switch (telling) {
            case History.Declared(History.ParcelTold parcel) -> declare(parcel);
            case History.Scanned scan -> carriers.accept(update(scan));
            case History.Withdrawn(String parcel, var at) ->
                put("/shipments/" + parcel + "/cancellation", "{\"cancelledAt\":\"" + at + "\"}");
            case History.OrderFact(String order, String fact, var at) ->
                put("/orders/" + order + "/" + fact, "{\"" + field(fact) + "\":\"" + at + "\"}");
        }
    }

    private static String field(String fact) {
        return switch (fact) {
            case "pickup" -> "pickedUpAt";
            case "signature" -> "signedAt";
            case "refund" -> "refundedAt";
            case "cancellation" -> "cancelledAt";
            default -> throw new IllegalArgumentException(fact);
        };
    }

    private void declare(History.ParcelTold parcel) {
        String orders = parcel.orderIds().stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(","));
        String replaces =
                parcel.replaces().map(id -> ",\"replaces\":\"" + id + "\"").orElse("");
        put("/shipments/" + parcel.id(), """
                {"carrier":"zto","waybill":"%s","orderIds":[%s]%s}""".formatted(waybill(parcel.id()), orders, replaces));
    }

    TrackingUpdate update(History.Scanned scan) {
        return new TrackingUpdate(
                "zto",
                waybill(scan.parcel()),
                "test",
                List.of(new Scan(
                        scan.at(),
                        scan.status(),
                        Optional.empty(),
                        "",
                        scan.providerWords(),
                        Optional.<Region>empty())));
    }

    private String waybill(String parcel) {
        return id.substring(5, 28) + "-" + parcel;
    }

    /** What was handed over cannot be taken back: that is the one refusal there may be. */
    private void put(String address, String body) {
        var answer = given().contentType(ContentType.JSON).body(body).put("/v1/shops/" + id + address);
        assertThat(answer.statusCode()).as("%s %s", address, answer.asString()).isIn(200, 201, 409);
        if (answer.statusCode() == 409) {
            assertThat(answer.<String>path("code")).isIn("order-handed-over", "shipment-handed-over");
        }
    }

    /** All orders and shipments, without what each telling makes anew. */
    List<Map<String, Object>> state() {
        var all = new java.util.ArrayList<Map<String, Object>>();
        for (String list : List.of("orders", "shipments")) {
            List<Map<String, Object>> found =
                    given().get("/v1/shops/" + id + "/" + list).path(list);
            found.forEach(one -> {
                one.keySet().removeAll(List.of("shopId", "version", "waybill"));
                all.add(one);
            });
        }
        return all;
    }

    /** Of its orders and their parcels. */
    Contribution contribution() throws SQLException {
        return sum(OF_ORDERS_AND_PARCELS, id, id);
    }

    /** Until the log adds up to what the shop's rows contribute; a watch may open an exception of a silent parcel meanwhile. */
    void awaitAnnounced() throws SQLException {
        var expected = all();
        try {
            Announced.await(id, expected);
        } catch (AssertionError differs) {
            if (all().equals(expected)) {
                throw differs;
            }
            awaitAnnounced();
        }
    }

    private Contribution all() throws SQLException {
        return contribution().plus(sum(OF_EXCEPTIONS, id));
    }

    private static Contribution sum(String sql, String... arguments) throws SQLException {
        var sum = Contribution.none();
        try (var connection = DriverManager.getConnection(
                        PlatformResource.platform().jdbcUrl("logistics"), "postgres", "postgres");
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            var rows = statement.executeQuery();
            while (rows.next()) {
                sum = sum.plus(EventJson.readContribution(rows.getString(1)));
            }
        }
        return sum;
    }

    /** Amounts by {@code day measure}. */
    static Map<String, Long> byDay(Contribution contribution) {
        var amounts = new TreeMap<String, Long>();
        contribution
                .changes()
                .forEach(change -> change.measures()
                        .forEach((measure, amount) ->
                                amounts.merge(BusinessDay.of(change.anchoredAt()) + " " + measure, amount, Long::sum)));
        amounts.values().removeIf(amount -> amount == 0);
        return amounts;
    }
}
