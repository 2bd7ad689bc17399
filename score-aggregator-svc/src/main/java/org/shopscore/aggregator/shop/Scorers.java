package org.shopscore.aggregator.shop;

import jakarta.enterprise.context.ApplicationScoped;
import org.shopscore.aggregator.score.Priors;
import org.shopscore.aggregator.score.ScoreEngine;
import org.shopscore.aggregator.score.ShopScorer;

/** Brings together what scores a shop now: the policy in force and the shop's profile. */
@ApplicationScoped
public class Scorers {

    private final ScoreEngine engine;
    private final Profiles profiles;

    Scorers(ScoreEngine engine, Profiles profiles) {
        this.engine = engine;
        this.profiles = profiles;
    }

    public ShopScorer of(String shopId) {
        return new ShopScorer(engine, Priors.DEFAULT, profiles.of(shopId));
    }
}
