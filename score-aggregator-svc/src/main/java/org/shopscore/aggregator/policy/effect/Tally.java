package org.shopscore.aggregator.policy.effect;

import java.util.Map;
import java.util.TreeMap;

/**
 * What would become of all shops, and of those of each category and size. A part of the shops can be counted for itself: the sum of the parts
 * is the whole.
 *
 * @param categories of shops without one under the empty name
 */
public record Tally(Counts all, Map<String, Counts> categories, Map<String, Counts> sizes) {

    public static final Tally NONE = new Tally(Counts.NONE, Map.of(), Map.of());

    public static Tally of(Iterable<ShopEffect> effects) {
        Counts all = Counts.NONE;
        var categories = new TreeMap<String, Counts>();
        var sizes = new TreeMap<String, Counts>();
        for (ShopEffect effect : effects) {
            Counts one = Counts.of(effect);
            all = all.plus(one);
            categories.merge(effect.category().orElse(""), one, Counts::plus);
            sizes.merge(effect.size().name(), one, Counts::plus);
        }
        return new Tally(all, categories, sizes);
    }

    public Tally plus(Tally other) {
        return new Tally(all.plus(other.all), sum(categories, other.categories), sum(sizes, other.sizes));
    }

    private static Map<String, Counts> sum(Map<String, Counts> some, Map<String, Counts> more) {
        var sum = new TreeMap<>(some);
        more.forEach((key, counts) -> sum.merge(key, counts, Counts::plus));
        return sum;
    }
}
