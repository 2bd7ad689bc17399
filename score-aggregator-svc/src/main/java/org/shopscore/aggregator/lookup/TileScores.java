package org.shopscore.aggregator.lookup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.shopscore.aggregator.lookup.answer.Answers;
import org.shopscore.aggregator.lookup.answer.ScoreAnswer;
import org.shopscore.aggregator.score.ShopScorer;
import org.shopscore.aggregator.score.shop.FeedState;
import org.shopscore.aggregator.tile.Feeds;
import org.shopscore.aggregator.tile.shop.ShopDays;
import org.shopscore.metric.Lane;

/** Scores straight from the day tiles. */
@ApplicationScoped
class TileScores {

    private final ShopDays days;
    private final Feeds feeds;
    private final Answers answers;
    private final Clock clock;

    TileScores(ShopDays days, Feeds feeds, Answers answers, Clock clock) {
        this.days = days;
        this.feeds = feeds;
        this.answers = answers;
        this.clock = clock;
    }

    Uni<ScoreAnswer> of(String shopId, LocalDate day) {
        ShopScorer scorer = answers.scorer(shopId);
        return days.of(shopId, scorer.firstDay(day), day)
                .chain(found -> feeds(shopId)
                        .map(known ->
                                answers.ofDay(shopId, scorer, scorer.sums(found, day), clock.instant(), day, known)));
    }

    /** Empty when they cannot be read: the figures are good without them. */
    private Uni<Optional<FeedState>> feeds(String shopId) {
        return ShopDays.inTime(feeds.of(Lane.of(shopId)))
                .map(Optional::of)
                .onFailure()
                .recoverWithItem(Optional.empty());
    }
}
