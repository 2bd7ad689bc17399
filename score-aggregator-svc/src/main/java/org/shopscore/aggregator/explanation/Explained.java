package org.shopscore.aggregator.explanation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shopscore.aggregator.explanation.breakdown.Breakdown;
import org.shopscore.aggregator.explanation.sentence.Sentences;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.window.DayAmounts;

/**
 * A score to be explained, with what it is compared with.
 *
 * @param statDate   the last day of its window
 * @param isWithheld a mandatory feed was not complete: there is no score. That a verdict withholds it is the sheet's own stage
 * @param weekAgo    the score of the same weekday of last week, by the same policy
 */
record Explained(
        String shopId,
        LocalDate statDate,
        Policy policy,
        ScoreSheet sheet,
        boolean isWithheld,
        Optional<ScoreSheet> weekAgo,
        Optional<Peers> peers) {

    Optional<ScoreSheet.Result> result() {
        return isWithheld ? Optional.empty() : sheet.result();
    }

    String stage() {
        return isWithheld ? "WITHHELD" : sheet.stage().name();
    }

    Breakdown breakdown() {
        return Breakdown.of(sheet, policy.scale().max());
    }

    /** By language. */
    Map<String, List<String>> sentences(long validPaidOrders) {
        var sentences = new Sentences(policy);
        return isWithheld
                ? sentences.withheld(sheet, breakdown())
                : sentences.inAll(sheet, breakdown(), validPaidOrders);
    }

    Explanation.Window window() {
        return new Explanation.Window(DayAmounts.firstOfWindow(statDate), statDate);
    }
}
