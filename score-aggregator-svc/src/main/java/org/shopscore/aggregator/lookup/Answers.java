package org.shopscore.aggregator.lookup;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.shopscore.aggregator.lookup.ScoreAnswer.Window;
import org.shopscore.aggregator.lookup.compact.CompactBinary;
import org.shopscore.aggregator.lookup.compact.CompactFreshness;
import org.shopscore.aggregator.lookup.compact.CompactScore;
import org.shopscore.aggregator.lookup.compact.CompactScore.Provisional;
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
    private final CompactBinary binary;

    Answers(Policy policy, Scorers scorers, NewestScores official) {
        this.policy = policy;
        this.scorers = scorers;
        this.official = official;
        this.freshnesses = new Freshnesses(policy.mandatoryFeeds());
        this.binary = new CompactBinary(policy);
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

    CompactBinary binary() {
        return binary;
    }

    CompactScore compact(String shopId, Announced announced, Optional<FeedState> feeds) {
        LocalDate day = Freshnesses.lastDay(announced.day(), feeds);
        var sheet = sheet(shopId, announced.sums(), day);
        return new CompactScore(
                shopId,
                policyVersion(),
                official.of(shopId),
                Optional.of(new Provisional(
                        sheet.stage().name(),
                        sheet.result()
                                .map(result -> result.published().toPlainString())
                                .orElse(null),
                        sheet.result().map(result -> result.level().code()).orElse(null),
                        day,
                        Optional.of(announced.version().toString()))),
                Optional.of(announced.asOf()));
    }

    /** Of an answer that was read elsewhere. */
    static CompactScore compact(ScoreAnswer answer) {
        var figures = answer.provisional();
        return new CompactScore(
                answer.shopId(),
                answer.policyVersion(),
                answer.official(),
                Optional.of(new Provisional(
                        figures.stage(),
                        figures.published(),
                        figures.level(),
                        answer.window().to(),
                        answer.version())),
                Optional.of(answer.asOf()));
    }

    /** The official score alone, where nothing that knows more answers; empty where there is none either. */
    Optional<CompactScore> officialOnly(String shopId) {
        return official.of(shopId)
                .map(score -> new CompactScore(
                        shopId, policyVersion(), Optional.of(score), Optional.empty(), Optional.empty()));
    }

    CompactFreshness compactFreshness(CompactFreshness.Source source, Optional<FeedState> feeds) {
        return compactFreshness(source, freshnesses.of(org.shopscore.aggregator.lookup.Source.MEMORY, feeds));
    }

    static CompactFreshness compactFreshness(CompactFreshness.Source source, ScoreAnswer.Freshness known) {
        return new CompactFreshness(source, Optional.ofNullable(known.completeUntil()), known.incomplete());
    }

    private static Window window(LocalDate day) {
        return new Window(DayAmounts.firstOfWindow(day), day);
    }
}
