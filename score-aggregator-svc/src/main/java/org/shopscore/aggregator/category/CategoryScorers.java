package org.shopscore.aggregator.category;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.shopscore.aggregator.score.ScoreEngine;
import org.shopscore.aggregator.score.ShopScorer;
import org.shopscore.aggregator.score.metric.Priors;
import org.shopscore.aggregator.score.shop.ShopProfile;

/**
 * What scores the shops of each category of a tree by one policy, with the category's weights and averages: both are looked for once, and
 * not for each of its shops.
 */
public final class CategoryScorers {

    private record Scorer(ScoreEngine engine, Priors priors) {

        ShopScorer of(ShopProfile profile) {
            return new ShopScorer(engine, priors, profile);
        }
    }

    private final ScoreEngine engine;
    private final Tree tree;
    private final Function<List<String>, Priors> priors;
    private final Map<Optional<String>, Scorer> byCategory = new ConcurrentHashMap<>();

    /** @param priors of the shops of a category, by that and those above it, nearest first */
    public CategoryScorers(ScoreEngine engine, Tree tree, Function<List<String>, Priors> priors) {
        this.engine = engine;
        this.tree = tree;
        this.priors = priors;
    }

    public ShopScorer of(ShopProfile profile) {
        Optional<String> category = profile.category();
        // What is known is read without the lock that a look for it may take.
        Scorer known = byCategory.get(category);
        return (known == null ? byCategory.computeIfAbsent(category, this::scorer) : known).of(profile);
    }

    private Scorer scorer(Optional<String> category) {
        List<String> upwards = tree.upwards(category);
        return new Scorer(engine.in(upwards), priors.apply(upwards));
    }
}
