package org.shopscore.aggregator.lookup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.shopscore.aggregator.score.FeedState;
import org.shopscore.aggregator.tile.Feeds;
import org.shopscore.aggregator.tile.Tiles;
import org.shopscore.metric.Lane;
import org.shopscore.problem.Refused;

/** Scores and measures straight from the day tiles. */
@ApplicationScoped
class TileScores {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Tiles tiles;
    private final Feeds feeds;
    private final Answers answers;
    private final Clock clock;

    TileScores(Tiles tiles, Feeds feeds, Answers answers, Clock clock) {
        this.tiles = tiles;
        this.feeds = feeds;
        this.answers = answers;
        this.clock = clock;
    }

    Uni<ScoreAnswer> of(String shopId, LocalDate day) {
        return days(shopId, Days.first(day), day)
                .chain(found -> feeds(shopId)
                        .map(known -> answers.ofDay(shopId, Days.sum(found.values()), clock.instant(), day, known)));
    }

    /** Empty when they cannot be read: the figures are good without them. */
    private Uni<Optional<FeedState>> feeds(String shopId) {
        return inTime(feeds.of(Lane.of(shopId))).map(Optional::of).onFailure().recoverWithItem(Optional.empty());
    }

    /** @throws Refused 404 for a shop that nothing was ever counted for */
    Uni<SortedMap<LocalDate, Map<String, Long>>> days(String shopId, LocalDate from, LocalDate to) {
        return inTime(
                tiles.window(shopId, from, to).chain(found -> found.isEmpty() ? known(shopId, found) : item(found)));
    }

    private Uni<SortedMap<LocalDate, Map<String, Long>>> known(
            String shopId, SortedMap<LocalDate, Map<String, Long>> nothing) {
        return tiles.known(shopId).map(isKnown -> {
            if (isKnown) {
                return nothing;
            }
            throw new Refused(404, "unknown-shop", "nothing was ever counted for the shop " + shopId);
        });
    }

    private static <T> Uni<T> item(T item) {
        return Uni.createFrom().item(item);
    }

    private static <T> Uni<T> inTime(Uni<T> answer) {
        return answer.ifNoItem()
                .after(PATIENCE)
                .failWith(() -> new Refused(503, "database-unavailable", "the database does not answer in time")
                        .retryAfter(PATIENCE));
    }
}
