package org.shopscore.aggregator.explanation.sentence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Optional;
import org.shopscore.aggregator.language.Language;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.ScoreSheet.Stage;
import org.shopscore.aggregator.score.metric.MetricScore;

/** Why a growing shop has the lower of the two growth scores (rules.md 5.4), as far as its sheet knows. */
final class GrowthSentence {

    private final Policy policy;

    GrowthSentence(Policy policy) {
        this.policy = policy;
    }

    /** Empty for a shop that has not. */
    Optional<String> reduced(Language language, ScoreSheet sheet) {
        BigDecimal reduced = policy.stages().growthReduced();
        BigDecimal usual = policy.stages().growthScore();
        return sheet.result()
                .filter(_ -> sheet.stage() == Stage.GROWTH)
                .filter(score ->
                        score.total().compareTo(reduced) == 0 && score.total().compareTo(usual) != 0)
                .map(_ -> language.say(
                        "growth.reduced", reduced.toPlainString(), usual.toPlainString(), why(language, sheet)));
    }

    private String why(Language language, ScoreSheet sheet) {
        String bar =
                policy.stages().growthBar().setScale(4, RoundingMode.HALF_UP).toPlainString();
        var reasons = new ArrayList<String>();
        if (sheet.deductions().signum() > 0) {
            reasons.add(language.say("growth.reduced.deductions"));
        }
        sheet.metrics().stream()
                .filter(this::isKnownBelowTheBar)
                .map(scored -> language.say(
                        "growth.reduced.metric",
                        language.name("metric", scored.id()),
                        String.valueOf(scored.n()),
                        scored.points().toPlainString(),
                        bar))
                .forEach(reasons::add);
        return reasons.isEmpty()
                ? language.say("growth.reduced.either", bar)
                : String.join(language.say("growth.reduced.and"), reasons);
    }

    private boolean isKnownBelowTheBar(MetricScore scored) {
        return scored.n() >= policy.metric(scored.id()).nMin()
                && scored.padding().signum() == 0
                && scored.points().compareTo(policy.stages().growthBar()) < 0;
    }
}
