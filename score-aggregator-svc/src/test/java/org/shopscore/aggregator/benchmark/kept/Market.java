package org.shopscore.aggregator.benchmark.kept;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.shopscore.aggregator.policy.metric.Metric;
import org.shopscore.aggregator.score.ReferenceScore;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.aggregator.tile.Shops;
import org.shopscore.metric.Lane;

/**
 * Shops in a tree of categories, and what their benchmarks are by a plain count over all of them: points by {@link ReferenceScore}, sorted
 * lists, and nothing of the product's arithmetic. The tree: {@code top}, below it {@code mid} and {@code rare}, below mid {@code leaf}.
 */
final class Market {

    static final int FORMAL = 30;
    private static final MathContext PLENTY = new MathContext(60, RoundingMode.HALF_EVEN);

    record Shop(String id, String category, Map<String, Long> amounts) {

        boolean isFormal() {
            return amounts.getOrDefault("order.paid", 0L) >= FORMAL;
        }

        long sum(String measure) {
            return amounts.getOrDefault(measure, 0L);
        }
    }

    final String name = "m" + UUID.randomUUID().toString().substring(0, 8);
    final String top = name + "-top";
    final String mid = name + "-mid";
    final String leaf = name + "-leaf";
    final String rare = name + "-rare";
    final Map<String, Shop> shops = new TreeMap<>();
    private final Map<String, String> parents = Map.of(mid, top, leaf, mid, rare, top);
    private final Random random = new Random(7);

    Market() {
        open(top, 60);
        open(mid, 30);
        open(leaf, 45);
        open(rare, 15);
    }

    private void open(String category, int count) {
        for (int i = 0; i < count; i++) {
            String id = name + "-" + shops.size();
            shops.put(id, new Shop(id, category, amounts()));
        }
    }

    /** One in seven is too young for a score; samples are none, small and large. */
    private Map<String, Long> amounts() {
        var amounts = new HashMap<String, Long>();
        for (Metric metric : Shipped.POLICY.metrics()) {
            String of = metric.ratio().denominator();
            long n = amounts.computeIfAbsent(of, _ -> switch (random.nextInt(4)) {
                case 0 -> of.startsWith("order") ? 40L : 0L;
                case 1 -> 1L + random.nextInt(29);
                default -> 30L + random.nextInt(400);
            });
            boolean isStars = metric.ratio().numerator().equals("review.stars");
            long most = isStars ? 5 * n : n;
            long part = Math.round(most * (metric.isHigherBetter() ? 1 - spread() : spread()));
            amounts.put(metric.ratio().numerator(), part);
        }
        if (random.nextInt(7) == 0) {
            amounts.put("order.paid", (long) random.nextInt(FORMAL));
        }
        amounts.values().removeIf(amount -> amount == 0);
        return amounts;
    }

    private double spread() {
        return random.nextDouble() * random.nextDouble() * 0.3;
    }

    void register(Pool pool, Shops tiles, LocalDate day) {
        for (String category : List.of(top, mid, leaf, rare)) {
            sql(
                    pool,
                    "insert into category (category_id, name, parent_id) values ($1, $1, $2)",
                    Tuple.of(category, parents.get(category)));
        }
        shops.values().forEach(shop -> {
            sql(
                    pool,
                    "insert into shop (shop_id, lane, category_id, flags) values ($1, $2, $3, '{}')",
                    Tuple.of(shop.id(), (short) Lane.of(shop.id()), shop.category()));
            tiles.count(shop.id(), day, shop.amounts());
        });
    }

    private static void sql(Pool pool, String statement, Tuple values) {
        pool.preparedQuery(statement).execute(values).await().atMost(Shops.SOON);
    }

    /** FORMAL shops of the category and of those below it that have a case of the metric. */
    List<Shop> peers(String category, Metric metric) {
        return shops.values().stream()
                .filter(Shop::isFormal)
                .filter(shop -> shop.sum(metric.ratio().denominator()) > 0)
                .filter(shop -> isBelow(shop.category(), category))
                .toList();
    }

    boolean isBelow(String category, String above) {
        for (String at = category; at != null; at = parents.get(at)) {
            if (at.equals(above)) {
                return true;
            }
        }
        return false;
    }

    /** In the metric's unit. */
    BigDecimal average(List<Shop> peers, Metric metric) {
        long numerator = peers.stream()
                .mapToLong(shop -> shop.sum(metric.ratio().numerator()))
                .sum();
        long denominator = peers.stream()
                .mapToLong(shop -> shop.sum(metric.ratio().denominator()))
                .sum();
        return BigDecimal.valueOf(numerator * metric.ratio().kind().factor())
                .divide(BigDecimal.valueOf(denominator), PLENTY);
    }

    /** Padded with the average of the nearest category that has twenty shops. */
    BigDecimal points(Shop shop, Metric metric) {
        for (String at = shop.category(); at != null; at = parents.get(at)) {
            List<Shop> peers = peers(at, metric);
            if (peers.size() >= 20) {
                return ReferenceScore.points(metric, shop::sum, average(peers, metric));
            }
        }
        return ReferenceScore.points(metric, shop::sum, metric.defaultPrior());
    }

    /** The nearest-rank percentiles, HALF_UP to 2 decimals. */
    static Map<String, String> percentiles(List<BigDecimal> points) {
        var sorted = new ArrayList<>(points);
        sorted.sort(null);
        var percentiles = new TreeMap<String, String>();
        for (int percent : new int[] {10, 25, 50, 75, 90}) {
            BigDecimal exact = sorted.get((percent * sorted.size() + 99) / 100 - 1);
            percentiles.put(
                    "p" + percent, exact.setScale(2, RoundingMode.HALF_UP).toPlainString());
        }
        return percentiles;
    }

    static String percentBelow(List<BigDecimal> all, BigDecimal own) {
        BigDecimal rounded = own.setScale(2, RoundingMode.HALF_UP);
        long below = all.stream()
                .filter(other -> other.setScale(2, RoundingMode.HALF_UP).compareTo(rounded) < 0)
                .count();
        return BigDecimal.valueOf(1000 * below / all.size(), 1).toPlainString();
    }
}
