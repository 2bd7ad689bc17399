package org.shopscore.aggregator.whatif.ways;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.score.ScoreEngine;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.aggregator.score.ShopScorer;
import org.shopscore.aggregator.score.metric.Priors;
import org.shopscore.aggregator.score.shop.ShopProfile;
import org.shopscore.aggregator.score.window.Stretch;
import org.shopscore.aggregator.score.window.Sums;

/** What a shop scores by a policy, to be asked for no more often than a test allows. */
final class AskedScores implements Scores {

    private final ShopScorer scorer;
    private final long most;
    private long asked;

    private AskedScores(Policy policy, ShopProfile profile, long most) {
        this.scorer = new ShopScorer(new ScoreEngine(policy), Priors.DEFAULT, profile);
        this.most = most;
    }

    AskedScores(Policy policy) {
        this(policy, ShopProfile.UNKNOWN);
    }

    AskedScores(Policy policy, ShopProfile profile) {
        this(policy, profile, Long.MAX_VALUE);
    }

    /** Fails a search that asks more often, instead of waiting for its end. */
    static AskedScores atMost(long most, Policy policy) {
        return new AskedScores(policy, ShopProfile.UNKNOWN, most);
    }

    @Override
    public ScoreSheet score(Sums sums) {
        count();
        return scorer.score(sums, Shipped.DAY);
    }

    @Override
    public Optional<BigDecimal> ceiling(Stretch stretch) {
        count();
        return scorer.ceiling(stretch, Shipped.DAY);
    }

    private void count() {
        asked++;
        assertThat(asked).as("scores asked for").isLessThanOrEqualTo(most);
    }
}
