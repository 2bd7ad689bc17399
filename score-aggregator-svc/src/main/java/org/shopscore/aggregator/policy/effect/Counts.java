package org.shopscore.aggregator.policy.effect;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What would become of some shops.
 *
 * @param winners shops whose published score rises
 * @param same    shops whose published score stays, those without one on either side included
 * @param gained  by the winners together, like lost at least 0
 * @param stages  moves such as {@code GROWTH>FORMAL}, each with its shops
 * @param levels  moves such as {@code GOOD>STANDARD}
 * @param granted entitlements that are held after and not before, each with its shops
 */
public record Counts(
        long shops,
        long winners,
        long losers,
        long same,
        BigDecimal gained,
        BigDecimal lost,
        Map<String, Long> stages,
        Map<String, Long> levels,
        Map<String, Long> granted,
        Map<String, Long> revoked) {

    public static final Counts NONE =
            new Counts(0, 0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, Map.of(), Map.of(), Map.of(), Map.of());

    private static final String NO_LEVEL = "-";

    public static Counts of(ShopEffect effect) {
        BigDecimal change = effect.change().orElse(BigDecimal.ZERO);
        Outcome was = effect.was();
        Outcome becomes = effect.becomes();
        return new Counts(
                1,
                change.signum() > 0 ? 1 : 0,
                change.signum() < 0 ? 1 : 0,
                change.signum() == 0 ? 1 : 0,
                change.max(BigDecimal.ZERO),
                change.negate().max(BigDecimal.ZERO),
                move(was.stage(), becomes.stage()),
                move(was.level().orElse(NO_LEVEL), becomes.level().orElse(NO_LEVEL)),
                only(becomes.entitlements(), was.entitlements()),
                only(was.entitlements(), becomes.entitlements()));
    }

    private static Map<String, Long> move(String from, String to) {
        return from.equals(to) ? Map.of() : Map.of(from + ">" + to, 1L);
    }

    private static Map<String, Long> only(Set<String> these, Set<String> those) {
        var codes = new HashSet<>(these);
        codes.removeAll(those);
        var counts = new TreeMap<String, Long>();
        codes.forEach(code -> counts.put(code, 1L));
        return counts;
    }

    public Counts plus(Counts other) {
        return new Counts(
                shops + other.shops,
                winners + other.winners,
                losers + other.losers,
                same + other.same,
                gained.add(other.gained),
                lost.add(other.lost),
                sum(stages, other.stages),
                sum(levels, other.levels),
                sum(granted, other.granted),
                sum(revoked, other.revoked));
    }

    private static Map<String, Long> sum(Map<String, Long> some, Map<String, Long> more) {
        if (more.isEmpty()) {
            return some;
        }
        var sum = new TreeMap<>(some);
        more.forEach((key, count) -> sum.merge(key, count, Long::sum));
        return sum;
    }
}
