package org.shopscore.aggregator.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.shopscore.aggregator.lookup.ScoreAnswer.Window;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.score.DayAmounts;
import org.shopscore.aggregator.score.FeedState;
import org.shopscore.aggregator.score.ScoreEngine;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.WindowSums;

/** Scores sums by the policy in force, and writes the sheet down for the caller. */
@ApplicationScoped
class Answers {

    private final Policy policy;
    private final ScoreEngine engine;
    private final Freshnesses freshnesses;

    Answers(Policy policy, ScoreEngine engine) {
        this.policy = policy;
        this.engine = engine;
        this.freshnesses = new Freshnesses(policy.mandatoryFeeds());
    }

    ScoreSheet sheet(WindowSums sums) {
        return engine.score(sums);
    }

    String policyVersion() {
        return policy.reference();
    }

    ScoreAnswer live(String shopId, Announced announced, Source source, Optional<FeedState> feeds) {
        return new ScoreAnswer(
                shopId,
                policyVersion(),
                announced.asOf(),
                Optional.empty(),
                SheetFigures.of(sheet(announced.sums())),
                window(Freshnesses.lastDay(announced.day(), feeds)),
                Optional.of(announced.version().toString()),
                freshnesses.of(source, feeds));
    }

    ScoreAnswer ofDay(String shopId, WindowSums sums, Instant asOf, LocalDate day, Optional<FeedState> feeds) {
        return new ScoreAnswer(
                shopId,
                policyVersion(),
                asOf,
                Optional.of(day),
                SheetFigures.of(sheet(sums)),
                window(day),
                Optional.empty(),
                freshnesses.of(Source.DATABASE, feeds));
    }

    private static Window window(LocalDate day) {
        return new Window(DayAmounts.firstOfWindow(day), day);
    }
}
