package org.shopscore.aggregator.tile.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.TileBytes;
import org.shopscore.metric.Lane;
import org.shopscore.platform.PlatformResource;

/** Tiles that stood in a row each before there were pages. */
class PagesMigrationTest {

    private static final String NAME = "pages_" + ProcessHandle.current().pid();

    @Test
    void tilesOfTheFormBeforeAreReadAsTheyWere() throws Exception {
        var resource = new PlatformResource();
        resource.init(Map.of("database", NAME));
        resource.start();
        String url = PlatformResource.platform().jdbcUrl(NAME);
        migrate(url, "4");
        var expected = new TreeMap<String, Long>();
        try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
                var insert = connection.prepareStatement(
                        "insert into day_tile (shop_id, day, lane, measures) values (?, ?, ?, ?)")) {
            for (int n = 0; n < 25_000; n++) {
                String shop = "shop-" + n % 300;
                var day = LocalDate.of(2026, 1, 1).plusDays(n / 300);
                var amounts = new Amounts();
                amounts.add((short) 3, n - 7_000);
                insert.setString(1, shop);
                insert.setObject(2, day);
                insert.setInt(3, Lane.of(shop));
                insert.setBytes(4, TileBytes.pack(amounts));
                insert.addBatch();
                expected.put(day + " " + shop, n - 7_000L);
            }
            insert.executeBatch();
        }
        migrate(url, "latest");
        assertThat(stored(url)).isEqualTo(expected);
    }

    private static void migrate(String url, String target) {
        Flyway.configure()
                .dataSource(url, "postgres", "postgres")
                .target(target)
                .load()
                .migrate();
    }

    /** Read by the rows' own form, which {@code V8__pages.sql} states. */
    private static Map<String, Long> stored(String url) throws Exception {
        var read = new TreeMap<String, Long>();
        try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select lane, tiles from tile_delta")) {
            while (rows.next()) {
                int lane = rows.getInt(1);
                TileEntries.read(rows.getBytes(2), (shop, day, tile) -> {
                    assertThat(Lane.of(shop)).isEqualTo(lane);
                    var amounts = new Amounts();
                    tile.addTo(amounts);
                    read.merge(LocalDate.ofEpochDay(day) + " " + shop, amounts.get((short) 3), Long::sum);
                });
            }
        }
        return read;
    }
}
