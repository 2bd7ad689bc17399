package org.shopscore.aggregator.score;

import java.time.LocalDate;
import java.util.Optional;
import org.shopscore.aggregator.policy.Stages;
import org.shopscore.aggregator.score.ScoreSheet.NoScore;
import org.shopscore.aggregator.score.ScoreSheet.Stage;

/** What kind of score a shop gets on a day (rules.md 5.4). Unknown registry data never leads to no score. */
record StageRule(Stages stages) {

    boolean isFormal(WindowSums sums) {
        return orders(sums) >= stages.growthBelow();
    }

    Stage stage(WindowSums sums, ShopProfile profile, LocalDate statDate) {
        if (isFormal(sums)) {
            return Stage.FORMAL;
        }
        return noScore(sums, profile, statDate).isPresent() ? Stage.NONE : Stage.GROWTH;
    }

    /** Why a shop with too few orders for a computed score has none at all. */
    Optional<NoScore> noScore(WindowSums sums, ShopProfile profile, LocalDate statDate) {
        if (profile.productsOnSale().isPresent() && profile.productsOnSale().getAsInt() == 0) {
            return Optional.of(NoScore.NO_PRODUCT_ON_SALE);
        }
        if (profile.kind().filter(ShopProfile.Kind.PERSONAL::equals).isPresent()) {
            return Optional.of(NoScore.PERSONAL_SHOP);
        }
        boolean isOld = profile.openedOn()
                .filter(opened -> opened.plusDays(stages.newShopDays()).isBefore(statDate))
                .isPresent();
        return isOld && orders(sums) <= 0 ? Optional.of(NoScore.NO_PAID_ORDER) : Optional.empty();
    }

    private long orders(WindowSums sums) {
        return sums.sum(stages.validPaidOrdersMeasure());
    }
}
