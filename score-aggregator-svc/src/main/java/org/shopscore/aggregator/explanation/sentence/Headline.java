package org.shopscore.aggregator.explanation.sentence;

import org.shopscore.aggregator.language.Language;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.ScoreSheet.NoScore;
import org.shopscore.aggregator.score.ScoreSheet.Result;
import org.shopscore.aggregator.score.ScoreSheet.Stage;

/** What a score is, or why there is none, in one sentence. */
final class Headline {

    private final Policy policy;

    Headline(Policy policy) {
        this.policy = policy;
    }

    String of(Language language, ScoreSheet sheet, long validPaidOrders) {
        String orders = language.counted("orders", validPaidOrders);
        String enough = String.valueOf(policy.stages().growthBelow());
        return sheet.result()
                .map(result -> scored(language, sheet.stage(), result, orders, enough))
                .orElseGet(() -> unscored(language, sheet.noScore().orElseThrow(), orders, enough));
    }

    private static String scored(Language language, Stage stage, Result result, String orders, String enough) {
        String level = language.name("level", result.level().code());
        String published = result.published().toPlainString();
        return stage == Stage.GROWTH
                ? language.say("growth", published, level, orders, enough)
                : language.say("formal", published, level);
    }

    private static String unscored(Language language, NoScore why, String orders, String enough) {
        return why == NoScore.MANIPULATION_VERDICT
                ? language.say("withheld.verdict")
                : language.say("none", language.name("none", why.name()), orders, enough);
    }
}
