package org.shopscore.aggregator.lookup;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shopscore.aggregator.lookup.answer.Answers;
import org.shopscore.aggregator.lookup.answer.ScoreAnswer;
import org.shopscore.aggregator.lookup.answer.Source;
import org.shopscore.aggregator.lookup.line.MemoryLines;
import org.shopscore.aggregator.lookup.memory.MemoryShops;
import org.shopscore.aggregator.lookup.redis.RedisShops;
import org.shopscore.aggregator.score.ScoresMoved;
import org.shopscore.metric.Lane;

/** The newest score of each shop: from memory where this process owns it or follows who does, else from Redis. */
@ApplicationScoped
public class ProvisionalScores {

    private final MemoryShops own = new MemoryShops();
    private final MemoryShops followed = new MemoryShops();
    private final RedisShops redis;
    private final Answers answers;
    private final MemoryLines lines;

    ProvisionalScores(RedisShops redis, Answers answers) {
        this.redis = redis;
        this.answers = answers;
        this.lines = new MemoryLines(own, followed, answers);
    }

    /** The compact score of a shop that is in memory. */
    public MemoryLines lines() {
        return lines;
    }

    /** What they are made of, of partitions that this process owns. */
    public MemoryShops own() {
        return own;
    }

    /** The same of partitions that others own. */
    MemoryShops followed() {
        return followed;
    }

    /** How sums are answered. */
    public Answers answers() {
        return answers;
    }

    void moved(@Observes ScoresMoved change) {
        switch (change) {
            case ScoresMoved.Of(var shops) -> shops.forEach(lines::drop);
            case ScoresMoved.Official _, ScoresMoved.Doubted _, ScoresMoved.All _ -> lines.renew();
        }
    }

    /**
     * Of shops that are not in memory, by one look at Redis.
     *
     * @return those that Redis knows well enough; fails when it does not answer
     */
    Uni<Map<String, ScoreAnswer>> elsewhere(Collection<String> shops) {
        return read(shops).emitOn(Infrastructure.getDefaultExecutor()).map(found -> {
            var scores = new HashMap<String, ScoreAnswer>();
            found.shops()
                    .forEach((shop, announced) -> answers.live(
                                    shop, announced, Source.REDIS, found.feedsOf(Lane.of(shop)))
                            .ifPresent(answer -> scores.put(shop, answer)));
            return scores;
        });
    }

    /** What is followed is kept: whatever is told from before the reading on arrives by itself. */
    private Uni<RedisShops.Found> read(Collection<String> shops) {
        return Uni.createFrom().deferred(() -> {
            var takers = shops.stream()
                    .map(Lane::of)
                    .distinct()
                    .filter(lane -> followed.feeds(lane).isPresent())
                    .collect(Collectors.toMap(Function.identity(), followed::taker));
            return redis.of(shops)
                    .invoke(found -> found.shops()
                            .forEach((shop, announced) -> takers.getOrDefault(Lane.of(shop), (_, _) -> {})
                                    .accept(shop, announced)));
        });
    }

    /** From memory, else from Redis; empty when neither knows it well enough or Redis does not answer. */
    Uni<Optional<ScoreAnswer>> of(String shopId) {
        MemoryShops shops = lines.shops(Lane.of(shopId));
        Optional<ScoreAnswer> here = shops.of(shopId)
                .flatMap(announced -> answers.live(shopId, announced, Source.MEMORY, shops.feeds(Lane.of(shopId))));
        return here.isPresent()
                ? Uni.createFrom().item(here)
                : read(List.of(shopId))
                        .map(found -> Optional.ofNullable(found.shops().get(shopId))
                                .flatMap(known ->
                                        answers.live(shopId, known, Source.REDIS, found.feedsOf(Lane.of(shopId)))))
                        .onFailure()
                        .recoverWithItem(Optional.empty());
    }
}
