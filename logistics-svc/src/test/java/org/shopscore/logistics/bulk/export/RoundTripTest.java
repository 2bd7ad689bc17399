package org.shopscore.logistics.bulk.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shopscore.logistics.bulk.Sender;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class RoundTripTest {

    private static final List<String> KINDS = List.of("orders", "shipments", "scans");
    private static final String KEPT = "select 'order ' || order_id, contribution from orders where shop_id = ?"
            + " union all select 'shipment ' || shipment_id, contribution from shipment where shop_id = ?";
    private static final Duration SWEPT_WITHIN = Duration.ofSeconds(60);

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/x-ndjson"})
    void whatOneInstallationExportsMakesTheSameFactsStatesAndMeasuresInAnother(String type) {
        long seed = ThreadLocalRandom.current().nextLong();
        var shop = BusyShop.anew(seed);
        shop.isBusy();
        var copy = shop.copy();
        KINDS.forEach(kind -> imported(kind, type, shop.renamed(exported(kind, type, shop), copy))
                .statusCode(201)
                .body("rejected", equalTo(0))
                .body("same", equalTo(0)));

        Await.within(SWEPT_WITHIN, () -> kept(shop).equals(kept(copy)));
        assertThat(kept(copy)).as("seed %d", seed).isEqualTo(kept(shop)).hasSizeGreaterThan(50);
        assertThat(copy.known(copy)).as("seed %d", seed).isEqualTo(shop.known(copy));

        for (String kind : KINDS) {
            var again = exported(kind, type, copy);
            assertThat(sorted(again))
                    .as("seed %d", seed)
                    .isEqualTo(sorted(shop.renamed(exported(kind, type, shop), copy)));
            imported(kind, type, again)
                    .body("created", equalTo(0))
                    .body("changed", equalTo(0))
                    .body("rejected", equalTo(0));
        }
    }

    private static String exported(String kind, String type, BusyShop shop) {
        return given().accept(type)
                .get("/v1/shops/" + shop.id() + "/exports/" + kind)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static ValidatableResponse imported(String kind, String type, String file) {
        return Sender.anew().put("kind=" + kind, type, file);
    }

    /** Equal instants may stand in another order, by the shop's name. */
    private static List<String> sorted(String file) {
        return Arrays.stream(file.split("\n")).sorted().toList();
    }

    private static Map<String, String> kept(BusyShop shop) {
        try (var connection = DriverManager.getConnection(
                        PlatformResource.platform().jdbcUrl("logistics"), "postgres", "postgres");
                var statement = connection.prepareStatement(KEPT)) {
            statement.setString(1, shop.id());
            statement.setString(2, shop.id());
            var kept = new TreeMap<String, String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    kept.put(rows.getString(1), rows.getString(2));
                }
            }
            return kept;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
