package org.shopscore.logistics.incident;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.shopscore.metric.Contribution;
import org.shopscore.metric.EventJson;
import org.shopscore.platform.PlatformResource;

/** What the service's rows say was sent for a shop, over all kinds of facts. */
public final class Kept {

    private static final String ALL = """
            select contribution from orders where shop_id = ? union all
            select contribution from shipment where shop_id = ? union all
            select contribution from shipment_exception where shop_id = ?""";

    public static Contribution of(Shop shop) {
        try (var connection = connection();
                var statement = connection.prepareStatement(ALL)) {
            for (int i = 1; i <= 3; i++) {
                statement.setString(i, shop.id());
            }
            var sum = Contribution.none();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    sum = sum.plus(EventJson.readContribution(rows.getString(1)));
                }
            }
            return sum;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Connection connection() throws SQLException {
        return DriverManager.getConnection(PlatformResource.platform().jdbcUrl("logistics"), "postgres", "postgres");
    }

    private Kept() {}
}
