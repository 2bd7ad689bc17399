package org.shopscore.logistics.order;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.shopscore.platform.PlatformResource;

/** Looks into the service's database from outside. */
final class Stored {

    /** Rows that hold anything of the shop, by table, and the steps its orders have made. */
    static Map<String, Long> rows(String shopId) throws SQLException {
        var rows = new TreeMap<String, Long>();
        try (var connection = connection()) {
            rows.put("orders", count(connection, "select count(*) from orders where shop_id = ?", shopId));
            rows.put(
                    "order_history",
                    count(
                            connection,
                            "select count(*) from order_history where split_part(order_key, '/', 1) = ?",
                            shopId));
            rows.put(
                    "versions",
                    count(connection, "select coalesce(sum(version), 0) from orders where shop_id = ?", shopId));
        }
        return rows;
    }

    static long count(String sql, String argument) throws SQLException {
        try (var connection = connection()) {
            return count(connection, sql, argument);
        }
    }

    static Instant instant(String sql, String argument) throws SQLException {
        try (var connection = connection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, argument);
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getObject(1, OffsetDateTime.class).toInstant();
            }
        }
    }

    static void change(String sql, String argument) throws SQLException {
        try (var connection = connection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, argument);
            statement.executeUpdate();
        }
    }

    static void execute(String sql) throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(Connection connection, String sql, String argument) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, argument);
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(PlatformResource.platform().jdbcUrl("logistics"), "postgres", "postgres");
    }

    private Stored() {}
}
