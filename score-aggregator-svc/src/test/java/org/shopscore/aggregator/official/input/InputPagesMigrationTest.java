package org.shopscore.aggregator.official.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.policy.metric.Maturities;
import org.shopscore.aggregator.tile.MeasureIds;
import org.shopscore.metric.Lane;
import org.shopscore.platform.PlatformResource;

/** Inputs that were frozen in a row each before there were pages of them. */
class InputPagesMigrationTest {

    private static final String NAME = "inputs_" + ProcessHandle.current().pid();
    private static final MeasureIds IDS = new MeasureIds(List.of(
            new MeasureIds.Measure((short) 1, "order.paid", "/a"),
            new MeasureIds.Measure((short) 300, "chat.turns", "/b")));

    /** What is known of a shop, as {@link #described} says it, and as a row before had it. */
    private record Case(String described, String columns) {}

    private static final List<Case> CASES = List.of(
            new Case("- - - [] -", "null, null, null, '{}', null"),
            new Case("茶叶 - - [] -", "'茶叶', null, null, '{}', null"),
            new Case("c-1 2024-02-29 PERSONAL [] 0", "'c-1', '2024-02-29', 'PERSONAL', '{}', 0"),
            new Case("- 1969-12-31 BUSINESS [] 70000", "null, '1969-12-31', 'BUSINESS', '{}', 70000"),
            new Case("c-2 - FLAGSHIP [a, 退货运费险] 12", "'c-2', null, 'FLAGSHIP', '{退货运费险,a}', 12"));

    @Test
    void inputsOfTheFormBeforeAreReadAsTheyWereAndRevisionsStayRows() throws Exception {
        var resource = new PlatformResource();
        resource.init(Map.of("database", NAME));
        resource.start();
        String url = PlatformResource.platform().jdbcUrl(NAME);
        migrate(url, "8.1");
        var expected = new TreeMap<String, String>();
        try (var connection = DriverManager.getConnection(url, "postgres", "postgres")) {
            for (int n = 0; n < 3_000; n++) {
                var day = LocalDate.of(2026, 3, 1).plusDays(n % 2);
                String shop = "shop-" + n / 2;
                store(connection, day, shop, 0, CASES.get(n % CASES.size()).columns());
                expected.put(
                        day + " " + shop, CASES.get(n % CASES.size()).described() + " {chat.turns=-5, order.paid=200}");
            }
            store(
                    connection,
                    LocalDate.of(2026, 3, 1),
                    "shop-7",
                    1,
                    CASES.getFirst().columns());
        }
        migrate(url, "latest");
        assertThat(pages(url)).isEqualTo(expected);
        try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select shop_id, revision from score_input")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1) + rows.getInt(2)).isEqualTo("shop-71");
            assertThat(rows.next()).isFalse();
        }
    }

    /** Sums: 200 of measure 1, -5 of measure 300. */
    private static void store(Connection connection, LocalDate day, String shop, int revision, String columns)
            throws Exception {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    insert into score_input (stat_date, shop_id, revision, partition, sums, category_id, opened_on, kind, flags,
                        products_on_sale) values ('%s', '%s', %d, %d, '\\x019003ab0209', %s)
                    """.formatted(day, shop, revision, Lane.of(shop), columns));
        }
    }

    private static void migrate(String url, String target) {
        Flyway.configure()
                .dataSource(url, "postgres", "postgres")
                .target(target)
                .load()
                .migrate();
    }

    private static Map<String, String> pages(String url) throws Exception {
        var read = new TreeMap<String, String>();
        try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select stat_date, partition, first_shop, shops, inputs from input_page order by 1, 2, 3")) {
            String last = "";
            while (rows.next()) {
                var shops = List.of((String[]) rows.getArray(4).getArray());
                assertThat(shops).isSorted().first().isEqualTo(rows.getString(3));
                var inputs =
                        new InputPage(shops, Buffer.buffer(rows.getBytes(5))).all(rows.getInt(2), IDS, Maturities.NONE);
                assertThat(inputs).hasSameSizeAs(shops);
                for (Input input : inputs) {
                    assertThat(Lane.of(input.shopId())).isEqualTo(input.partition());
                    String key = rows.getString(1) + " " + rows.getString(2) + " " + input.shopId();
                    assertThat(key)
                            .isGreaterThan(
                                    last.startsWith(rows.getString(1) + " " + rows.getString(2) + " ") ? last : "");
                    last = key;
                    read.put(rows.getString(1) + " " + input.shopId(), described(input));
                }
            }
        }
        return read;
    }

    private static String described(Input input) {
        var profile = input.profile();
        return "%s %s %s %s %s %s"
                .formatted(
                        profile.category().orElse("-"),
                        profile.openedOn().map(LocalDate::toString).orElse("-"),
                        profile.kind().map(Enum::name).orElse("-"),
                        profile.flags().stream().sorted().toList(),
                        profile.productsOnSale().isPresent()
                                ? profile.productsOnSale().getAsInt()
                                : "-",
                        new TreeMap<>(input.sums().named().amounts()));
    }
}
