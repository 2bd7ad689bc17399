package org.shopscore.logistics.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;

/** Looks into the service's tables from outside. */
final class Kept {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** {@code status text}, oldest first. */
    static List<String> scans(String waybill) {
        return rows("select status || ' ' || text from scan where waybill = ? order by at", waybill);
    }

    static List<String> awaitScans(String waybill, int number) {
        assertThat(Await.within(PATIENCE, () -> scans(waybill).size() >= number))
                .as("scans of " + waybill)
                .isTrue();
        return scans(waybill);
    }

    /** {@code state reason}, in the order of arrival. */
    static List<String> deliveries(String endpointId) {
        return rows(
                "select state || coalesce(' ' || reason, '') from webhook_delivery where endpoint_id = ? order by id",
                endpointId);
    }

    static List<String> awaitRead(String endpointId) {
        assertThat(Await.within(
                        PATIENCE,
                        () -> !deliveries(endpointId).isEmpty()
                                && deliveries(endpointId).stream().noneMatch(state -> state.startsWith("NEW"))))
                .as("read: " + deliveries(endpointId))
                .isTrue();
        return deliveries(endpointId);
    }

    static List<String> rows(String sql, String argument) {
        try (var connection = connection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, argument);
            var found = new ArrayList<String>();
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    found.add(result.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void change(String sql) {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(PlatformResource.platform().jdbcUrl("logistics"), "postgres", "postgres");
    }

    private Kept() {}
}
