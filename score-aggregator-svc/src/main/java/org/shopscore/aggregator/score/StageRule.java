package org.shopscore.aggregator.score;

import java.time.LocalDate;
import java.util.Optional;
import org.shopscore.aggregator.policy.Stages;
import org.shopscore.aggregator.score.ScoreSheet.NoScore;
import org.shopscore.aggregator.score.ScoreSheet.Stage;
import org.shopscore.aggregator.score.shop.ShopProfile;
import org.shopscore.aggregator.score.window.WindowSums;

/**
 * What kind of score a shop gets on a day (rules.md 5.4). Unknown registry data never leads to no score. A verdict of manipulation goes
 * before everything else.
 */
public record StageRule(Stages stages) {

    /** Whether its score is computed, and counts in averages. */
    public boolean isFormal(WindowSums sums) {
        return hasEnoughOrders(sums) && !isWithheld(sums);
    }

    /** An appeal that arrives before its verdict must not pay for another one. */
    boolean isWithheld(WindowSums sums) {
        for (String verdict : stages.withheldBy()) {
            if (sums.sum(verdict) > 0) {
                return true;
            }
        }
        return false;
    }

    Stage stage(WindowSums sums, ShopProfile profile, LocalDate statDate) {
        return noScore(sums, profile, statDate).map(NoScore::stage).orElseGet(() -> scored(sums));
    }

    /** Of a shop that has a score. */
    Stage scored(WindowSums sums) {
        return hasEnoughOrders(sums) ? Stage.FORMAL : Stage.GROWTH;
    }

    /** Why a shop has no score: a verdict, or, with too few orders for a computed score, what it is. */
    Optional<NoScore> noScore(WindowSums sums, ShopProfile profile, LocalDate statDate) {
        return isWithheld(sums) ? Optional.of(NoScore.MANIPULATION_VERDICT) : verdictsApart(sums, profile, statDate);
    }

    /** As it would be if no verdict withheld it. */
    Optional<NoScore> verdictsApart(WindowSums sums, ShopProfile profile, LocalDate statDate) {
        if (hasEnoughOrders(sums)) {
            return Optional.empty();
        }
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

    private boolean hasEnoughOrders(WindowSums sums) {
        return orders(sums) >= stages.growthBelow();
    }

    private long orders(WindowSums sums) {
        return sums.sum(stages.validPaidOrdersMeasure());
    }
}
