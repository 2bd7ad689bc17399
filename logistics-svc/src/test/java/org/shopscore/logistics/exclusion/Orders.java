package org.shopscore.logistics.exclusion;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shopscore.logistics.incident.Kept;
import org.shopscore.logistics.incident.Shop;

/** Which disruptions exclude the legs of a shop's orders, as the rows say. */
final class Orders {

    /** By order, {@code [pickup] [delivery]}. */
    static Map<String, String> excludedBy(Shop shop) {
        var stored = new TreeMap<String, String>();
        try (var connection = Kept.connection();
                var statement = connection.prepareStatement(
                        "select order_id, pickup_excluded_by, delivery_excluded_by from orders where shop_id = ?")) {
            statement.setString(1, shop.id());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    stored.put(
                            rows.getString(1),
                            List.of((Object[]) rows.getArray(2).getArray()) + " "
                                    + List.of((Object[]) rows.getArray(3).getArray()));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return stored;
    }

    private Orders() {}
}
