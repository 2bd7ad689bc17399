package org.shopscore.logistics.evidence;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.EventJson;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;

/** What the rows of a shop keep as announced. */
final class Kept {

    private static final String OPEN = "select count(*) from orders where shop_id = ? and next_due_at < now()";
    private static final String ALL = "select contribution from orders where shop_id = ?"
            + " union all select contribution from shipment where shop_id = ?"
            + " union all select contribution from shipment_exception where shop_id = ?";

    /** What is read with the sum of all rows, once no limit that has passed is open any more. */
    static <T> T await(String shopId, Duration patience, Function<Contribution, T> reading) throws SQLException {
        if (!Await.within(patience, () -> !hasOverdue(shopId))) {
            throw new AssertionError("limits of " + shopId + " have passed and are open");
        }
        return reading.apply(sum(shopId));
    }

    private static boolean hasOverdue(String shopId) {
        try (var connection = connection();
                var statement = connection.prepareStatement(OPEN)) {
            statement.setString(1, shopId);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1) > 0;
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static Contribution sum(String shopId) throws SQLException {
        var sum = Contribution.none();
        try (var connection = connection();
                var statement = connection.prepareStatement(ALL)) {
            statement.setString(1, shopId);
            statement.setString(2, shopId);
            statement.setString(3, shopId);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    sum = sum.plus(EventJson.readContribution(rows.getString(1)));
                }
            }
        }
        return sum;
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(PlatformResource.platform().jdbcUrl("logistics"), "postgres", "postgres");
    }

    private Kept() {}
}
