package org.shopscore.aggregator.shop;

import jakarta.enterprise.context.ApplicationScoped;
import org.shopscore.aggregator.category.NewestAverages;
import org.shopscore.aggregator.policy.inforce.PoliciesInForce;
import org.shopscore.aggregator.score.ScoreEngine;
import org.shopscore.aggregator.score.ShopScorer;

/** Brings together what scores a shop now: the policy in force, its profile and the averages of its category. */
@ApplicationScoped
public class Scorers {

    private final PoliciesInForce policies;
    private final Profiles profiles;
    private final NewestAverages averages;

    Scorers(PoliciesInForce policies, Profiles profiles, NewestAverages averages) {
        this.policies = policies;
        this.profiles = profiles;
        this.averages = averages;
    }

    /** Whether profiles and averages have been read once. */
    public boolean areRead() {
        return profiles.isRead() && averages.isRead();
    }

    public ShopScorer of(String shopId) {
        return of(shopId, policies.now());
    }

    /** By one engine for many shops, so that all of them are scored by one policy. */
    public ShopScorer of(String shopId, ScoreEngine engine) {
        return averages.scorer(profiles.of(shopId), engine);
    }
}
