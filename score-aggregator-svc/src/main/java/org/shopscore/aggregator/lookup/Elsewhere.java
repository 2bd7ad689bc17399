package org.shopscore.aggregator.lookup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.shopscore.aggregator.lookup.answer.ScoreAnswer;
import org.shopscore.metric.BusinessDay;

/** The newest scores of shops that are not in memory: from Redis, and from the tiles where that does not know them. */
@ApplicationScoped
class Elsewhere {

    private final ProvisionalScores provisional;
    private final TileScores tiles;
    private final Clock clock;
    private final InFlight<ScoreAnswer> inFlight = new InFlight<>();

    Elsewhere(ProvisionalScores provisional, TileScores tiles, Clock clock) {
        this.provisional = provisional;
        this.tiles = tiles;
        this.clock = clock;
    }

    /** @return fails with 404 for a shop that nobody knows, with 503 when no store answers */
    Uni<ScoreAnswer> of(String shopId) {
        return inFlight.of(shopId, () -> provisional.of(shopId).chain(found -> fromTiles(shopId, found)));
    }

    /** The same for a shop that Redis has just been found not to know. */
    Uni<ScoreAnswer> notInRedis(String shopId) {
        return inFlight.of(shopId, () -> fromTiles(shopId));
    }

    private Uni<ScoreAnswer> fromTiles(String shopId, Optional<ScoreAnswer> found) {
        return found.isPresent() ? Uni.createFrom().item(found.get()) : fromTiles(shopId);
    }

    private Uni<ScoreAnswer> fromTiles(String shopId) {
        return tiles.of(shopId, BusinessDay.of(clock.instant())).map(ScoreAnswer::live);
    }
}
