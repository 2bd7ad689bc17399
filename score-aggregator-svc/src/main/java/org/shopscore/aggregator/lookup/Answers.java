package org.shopscore.aggregator.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.shopscore.aggregator.lookup.ScoreAnswer.Window;
import org.shopscore.aggregator.official.NewestScores;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.score.DayAmounts;
import org.shopscore.aggregator.score.FeedState;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.WindowSums;
import org.shopscore.aggregator.shop.Scorers;

/** Scores sums by the policy in force, and writes the sheet down for the caller. */
@ApplicationScoped
class Answers {

    private final Policy policy;
    private final Scorers scorers;
    private final NewestScores official;
    private final Freshnesses freshnesses;

    Answers(Policy policy, Scorers scorers, NewestScores official) {
        this.policy = policy;
        this.scorers = scorers;
        this.official = official;
        this.freshnesses = new Freshnesses(policy.mandatoryFeeds());
    }

    /** @param day the last day of the window */
    ScoreSheet sheet(String shopId, WindowSums sums, LocalDate day) {
        return scorers.of(shopId).score(sums, day);
    }

    String policyVersion() {
        return policy.reference();
    }

    ScoreAnswer live(String shopId, Announced announced, Source source, Optional<FeedState> feeds) {
        LocalDate day = Freshnesses.lastDay(announced.day(), feeds);
        return new ScoreAnswer(
                shopId,
                policyVersion(),
                announced.asOf(),
                Optional.empty(),
                official.of(shopId),
                SheetFigures.of(sheet(shopId, announced.sums(), day)),
                window(day),
                Optional.of(announced.version().toString()),
                freshnesses.of(source, feeds));
    }

    ScoreAnswer ofDay(String shopId, WindowSums sums, Instant asOf, LocalDate day, Optional<FeedState> feeds) {
        return new ScoreAnswer(
                shopId,
                policyVersion(),
                asOf,
                Optional.of(day),
                official.of(shopId),
                SheetFigures.of(sheet(shopId, sums, day)),
                window(day),
                Optional.empty(),
                freshnesses.of(Source.DATABASE, feeds));
    }

    private static Window window(LocalDate day) {
        return new Window(DayAmounts.firstOfWindow(day), day);
    }
}
