package org.shopscore.aggregator.lookup.answer;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.shopscore.aggregator.lookup.answer.ScoreAnswer.Freshness;
import org.shopscore.aggregator.lookup.answer.ScoreAnswer.Window;
import org.shopscore.aggregator.lookup.compact.CompactBinary;
import org.shopscore.aggregator.lookup.compact.CompactFreshness;
import org.shopscore.aggregator.lookup.compact.CompactLines;
import org.shopscore.aggregator.lookup.compact.CompactScore;
import org.shopscore.aggregator.lookup.compact.CompactScore.Provisional;
import org.shopscore.aggregator.lookup.memory.Announced;
import org.shopscore.aggregator.official.newest.NewestScores;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.policy.inforce.PoliciesInForce;
import org.shopscore.aggregator.score.ScoreEngine;
import org.shopscore.aggregator.score.ShopScorer;
import org.shopscore.aggregator.score.shop.FeedState;
import org.shopscore.aggregator.score.window.DayAmounts;
import org.shopscore.aggregator.score.window.WindowSums;
import org.shopscore.aggregator.shop.Scorers;

/** Scores sums by the policy in force, and writes the sheet down for the caller. */
@ApplicationScoped
public class Answers {

    private final PoliciesInForce policies;
    private final Scorers scorers;
    private final NewestScores official;
    private final CompactBinary binary;
    private final CompactLines lines;

    public Answers(PoliciesInForce policies, Scorers scorers, NewestScores official) {
        this.policies = policies;
        this.scorers = scorers;
        this.official = official;
        this.binary = new CompactBinary(policies.now().policy());
        this.lines = new CompactLines(binary);
    }

    private Freshness freshness(Source source, Optional<FeedState> feeds, Policy policy) {
        return new Freshnesses(policy.mandatoryFeeds(), policies.unprovenSince()).of(source, feeds);
    }

    /** Empty where the sums do not hold all that the policy in force counts: the tiles do. */
    public Optional<ScoreAnswer> live(String shopId, Announced announced, Source source, Optional<FeedState> feeds) {
        ShopScorer scorer = scorers.of(shopId);
        return scorer.engine().canScore(announced.sums())
                ? Optional.of(live(shopId, scorer, announced, source, feeds))
                : Optional.empty();
    }

    private ScoreAnswer live(
            String shopId, ShopScorer scorer, Announced announced, Source source, Optional<FeedState> feeds) {
        LocalDate day = Freshnesses.lastDay(announced.day(), feeds);
        return new ScoreAnswer(
                shopId,
                scorer.policy().reference(),
                announced.asOf(),
                Optional.empty(),
                official.of(shopId),
                SheetFigures.of(scorer.score(announced.sums(), day)),
                window(day),
                Optional.of(announced.version().toString()),
                freshness(source, feeds, scorer.policy()));
    }

    /** @param sums as the scorer makes them of days */
    public ScoreAnswer ofDay(
            String shopId, ShopScorer scorer, WindowSums sums, Instant asOf, LocalDate day, Optional<FeedState> feeds) {
        return new ScoreAnswer(
                shopId,
                scorer.policy().reference(),
                asOf,
                Optional.of(day),
                official.of(shopId),
                SheetFigures.of(scorer.score(sums, day)),
                window(day),
                Optional.empty(),
                freshness(Source.DATABASE, feeds, scorer.policy()));
    }

    /** Whether this process has read all that scores are made of, and which shops have one. */
    public boolean areComplete() {
        return scorers.areRead() && official.isRead();
    }

    /** The engine of the policy in force. */
    public ScoreEngine engine() {
        return policies.now();
    }

    public CompactBinary binary() {
        return binary;
    }

    public CompactLines lines() {
        return lines;
    }

    /** By the policy in force. */
    public ShopScorer scorer(String shopId) {
        return scorers.of(shopId);
    }

    public CompactScore compact(String shopId, Announced announced, Optional<FeedState> feeds, ScoreEngine engine) {
        LocalDate day = Freshnesses.lastDay(announced.day(), feeds);
        ShopScorer scorer = scorers.of(shopId, engine);
        var sheet = scorer.score(announced.sums(), day);
        return new CompactScore(
                shopId,
                engine.reference(),
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
    public static CompactScore compact(ScoreAnswer answer) {
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
    public Optional<CompactScore> officialOnly(String shopId) {
        return official.of(shopId)
                .map(score -> new CompactScore(
                        shopId, engine().reference(), Optional.of(score), Optional.empty(), Optional.empty()));
    }

    public CompactFreshness compactFreshness(CompactFreshness.Source source, Optional<FeedState> feeds) {
        return compactFreshness(
                source, freshness(org.shopscore.aggregator.lookup.answer.Source.MEMORY, feeds, engine().policy()));
    }

    public static CompactFreshness compactFreshness(CompactFreshness.Source source, ScoreAnswer.Freshness known) {
        return new CompactFreshness(source, Optional.ofNullable(known.completeUntil()), known.incomplete());
    }

    private static Window window(LocalDate day) {
        return new Window(DayAmounts.firstOfWindow(day), day);
    }
}
