package org.shopscore.suite.bench;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Counts in the database of logistics-svc itself, past the service. */
final class StoredWebhooks {

    private static final long LOOK_EACH = Duration.ofMillis(50).toNanos();

    private final String url;

    StoredWebhooks(int port) {
        this.url = "jdbc:postgresql://127.0.0.1:" + port + "/logistics";
    }

    /** Waits until nothing of the endpoint is left to be read. @return whether that came in time */
    boolean awaitRead(String endpointId, Duration atMost) throws IOException {
        long giveUpAt = System.nanoTime() + atMost.toNanos();
        while (count("select count(*) from webhook_delivery where state = 'NEW' and endpoint_id = ?", endpointId) > 0) {
            if (System.nanoTime() > giveUpAt) {
                return false;
            }
            LockSupport.parkNanos(LOOK_EACH);
        }
        return true;
    }

    long done(String endpointId) throws IOException {
        return count("select count(*) from webhook_delivery where state = 'DONE' and endpoint_id = ?", endpointId);
    }

    /** Parcels of the carrier that have been signed for, by how their numbers begin. */
    long signed(String waybills) throws IOException {
        return count(
                "select count(distinct waybill) from scan where carrier = 'yto' and status = 'DELIVERED' and waybill like ? || '%'",
                waybills);
    }

    private long count(String sql, String argument) throws IOException {
        try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, argument);
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        } catch (SQLException e) {
            throw new IOException("the database does not answer", e);
        }
    }
}
