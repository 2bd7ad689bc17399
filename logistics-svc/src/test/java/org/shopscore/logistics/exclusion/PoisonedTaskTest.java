package org.shopscore.logistics.exclusion;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shopscore.logistics.incident.Kept;
import org.shopscore.logistics.incident.Shop;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(PlatformResource.class)
class PoisonedTaskTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int ORDERS = 9;

    private final Shop shop = Shop.anew();
    private final String region = "ZP-" + shop.id().substring(5, 11).toUpperCase(Locale.ROOT);

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Test
    void anOrderThatCannotBeReadKeepsNoOtherWaitingAndIsSeenToOnceItCan() throws Exception {
        for (int i = 0; i < ORDERS; i++) {
            shop.order("order-" + i, region, Shop.TO, shop.hoursAgo(100), shop.hoursAgo(-240), shop.hoursAgo(-480));
        }
        change("update orders set flags = array['NONSENSE'] where key = ?");
        try {
            var disruption =
                    Report.of(region, shop.hoursAgo(80), shop.hoursAgo(70)).made();
            assertThat(Await.within(SOON, () -> excluded(disruption) == ORDERS - 1))
                    .as("the others: %s", Orders.excludedBy(shop))
                    .isTrue();
            assertThat(Orders.excludedBy(shop)).containsEntry("order-4", "[] []");
            assertThat(Await.within(SOON, () -> attempts() >= 2)).isTrue();
            assertThat(task()).containsEntry("reason", failure());
            given().get(management.resolve("/ops/exclusions")).then().statusCode(200);
            assertThat(given().get(management.resolve("/q/metrics")).asString())
                    .contains("exclusion_tasks_failed_total");

            change("update orders set flags = '{}' where key = ?");
            change("update exclusion_task set due_at = now() where order_key = ?");
            assertThat(Await.within(SOON, () -> excluded(disruption) == ORDERS)).isTrue();
            assertThat(Await.within(SOON, () -> task().isEmpty())).isTrue();
        } finally {
            change("update orders set flags = '{}' where key = ?");
        }
    }

    private long excluded(Report by) {
        return Orders.excludedBy(shop).values().stream()
                .filter(one -> one.contains(by.id()))
                .count();
    }

    private int attempts() {
        return (int) task().getOrDefault("attempts", 0);
    }

    private static String failure() {
        return "No enum constant org.shopscore.logistics.order.Flag.NONSENSE";
    }

    private Map<String, Object> task() {
        List<Map<String, Object>> tasks = given().get(management.resolve("/ops/exclusions"))
                .then()
                .statusCode(200)
                .extract()
                .path("tasks");
        return tasks.stream()
                .filter(task -> key().equals(task.get("order")))
                .findFirst()
                .orElse(Map.of());
    }

    private String key() {
        return shop.id() + "/order-4";
    }

    private void change(String sql) throws SQLException {
        try (var connection = Kept.connection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, key());
            statement.executeUpdate();
        }
    }
}
