package org.shopscore.aggregator.policy.dryrun;

import java.util.List;
import org.shopscore.aggregator.policy.effect.ShopEffect;
import org.shopscore.aggregator.policy.effect.Tally;

/** Sums page after page. */
final class Tallies {

    private Tally sum = Tally.NONE;

    static Tally of(List<ShopEffect> effects) {
        return Tally.of(effects);
    }

    void add(Tally more) {
        sum = sum.plus(more);
    }

    Tally sum() {
        return sum;
    }
}
