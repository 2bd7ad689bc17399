package org.shopscore.aggregator.lookup;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.shopscore.aggregator.lookup.memory.OwnShops;
import org.shopscore.aggregator.lookup.redis.RedisShops;
import org.shopscore.aggregator.score.ScoresMoved;
import org.shopscore.metric.Lane;

/** The newest score of each shop: from memory where this process owns it, from Redis where another one does. */
@ApplicationScoped
public class ProvisionalScores {

    private final OwnShops own = new OwnShops();
    private final RedisShops redis;
    private final Answers answers;
    private final MemoryLines lines;

    ProvisionalScores(RedisShops redis, Answers answers) {
        this.redis = redis;
        this.answers = answers;
        this.lines = new MemoryLines(own, answers);
    }

    /** The compact score of a shop that this process owns. */
    public MemoryLines lines() {
        return lines;
    }

    /** What they are made of. */
    OwnShops own() {
        return own;
    }

    /** To tell shops of the partition as they are answered. */
    TellingRound round(int partition) {
        return new TellingRound(own, answers, partition);
    }

    void moved(@Observes ScoresMoved change) {
        switch (change) {
            case ScoresMoved.Of(var shops) -> shops.forEach(lines::drop);
            case ScoresMoved.Official _, ScoresMoved.Doubted _, ScoresMoved.All _ -> lines.renew();
        }
    }

    /**
     * Of shops that this process does not own, by one look at Redis.
     *
     * @return those that Redis knows well enough; fails when it does not answer
     */
    Uni<Map<String, ScoreAnswer>> elsewhere(Collection<String> shops) {
        return redis.of(shops).emitOn(Infrastructure.getDefaultExecutor()).map(found -> {
            var scores = new HashMap<String, ScoreAnswer>();
            found.shops()
                    .forEach((shop, announced) -> answers.live(
                                    shop, announced, Source.REDIS, found.feedsOf(Lane.of(shop)))
                            .ifPresent(answer -> scores.put(shop, answer)));
            return scores;
        });
    }

    /** From memory when this process owns the shop, else from Redis; empty when neither knows it well enough or Redis does not answer. */
    Uni<Optional<ScoreAnswer>> of(String shopId) {
        int partition = Lane.of(shopId);
        Optional<ScoreAnswer> here = own.of(shopId)
                .flatMap(announced -> answers.live(shopId, announced, Source.MEMORY, own.feeds(partition)));
        return here.isPresent()
                ? Uni.createFrom().item(here)
                : Uni.combine()
                        .all()
                        .unis(redis.of(shopId), redis.feeds(partition))
                        .with((announced, feeds) ->
                                announced.flatMap(found -> answers.live(shopId, found, Source.REDIS, feeds)))
                        .onFailure()
                        .recoverWithItem(Optional.empty());
    }
}
