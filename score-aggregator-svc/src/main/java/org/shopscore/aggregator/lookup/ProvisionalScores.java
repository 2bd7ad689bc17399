package org.shopscore.aggregator.lookup;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.ingest.Announcer;
import org.shopscore.aggregator.lookup.memory.Announced;
import org.shopscore.aggregator.lookup.memory.Announced.Version;
import org.shopscore.aggregator.lookup.memory.KnownSums;
import org.shopscore.aggregator.lookup.memory.OwnShops;
import org.shopscore.aggregator.lookup.redis.RedisShops;
import org.shopscore.aggregator.lookup.redis.WholePartitions;
import org.shopscore.aggregator.score.FeedState;
import org.shopscore.aggregator.score.ScoresMoved;
import org.shopscore.aggregator.score.ShopSums;
import org.shopscore.metric.Lane;

/** The newest score of each shop: in memory at once, and in Redis for the other processes. */
@ApplicationScoped
public class ProvisionalScores implements Announcer {

    private static final Logger LOG = Logger.getLogger(ProvisionalScores.class);

    private final OwnShops own = new OwnShops();
    private final RedisShops redis;
    private final WholePartitions whole;
    private final Answers answers;
    private final Clock clock;
    private final ProvisionalTelling telling;
    private final MemoryLines lines;

    private final ScoredAnew scoredAnew = new ScoredAnew();
    private volatile boolean wasUnproven;

    ProvisionalScores(
            RedisShops redis, WholePartitions whole, Answers answers, Clock clock, ProvisionalTelling telling) {
        this.redis = redis;
        this.whole = whole;
        this.answers = answers;
        this.clock = clock;
        this.telling = telling;
        this.lines = new MemoryLines(own, answers);
    }

    /** The compact score of a shop that this process owns. */
    public MemoryLines lines() {
        return lines;
    }

    void moved(@Observes ScoresMoved change) {
        switch (change) {
            case ScoresMoved.Of(var shops) -> shops.forEach(this::renew);
            case ScoresMoved.Official() -> lines.renew();
            case ScoresMoved.All() -> renew();
        }
    }

    private void renew(String shopId) {
        lines.drop(shopId);
        if (own.of(shopId).isPresent()) {
            scoredAnew.add(shopId);
        }
    }

    /** Whatever moved all scores has to be told; that the policy may be another one than is known moves none. */
    private void renew() {
        lines.renew();
        boolean isUnproven = answers.isUnproven();
        if (isUnproven == wasUnproven) {
            scoredAnew.all();
        }
        wasUnproven = isUnproven;
    }

    @Override
    public void learn(int partition, long epoch, long n, LocalDate today, Collection<ShopSums> shops) {
        Version version = new Version(epoch, n);
        Instant asOf = now();
        shops.forEach(shop ->
                own.put(partition, shop.shopId(), new Announced(version, today, asOf, KnownSums.of(shop.sums()))));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public boolean knows(int partition, String shopId, LocalDate today) {
        return own.knows(partition, shopId, today);
    }

    @Override
    public Uni<Void> announce(int partition, long epoch, long n, Collection<String> changed, Collection<String> again) {
        var round = new TellingRound(own, answers, partition);
        boolean isScoredAnew = scoredAnew.isBegun(partition);
        changed.forEach(round::scored);
        again.forEach(isScoredAnew ? round::scored : round::asItIs);
        return redis.put(partition, new Version(epoch, n), round.shops())
                .onItemOrFailure()
                .transformToUni((_, failure) -> telling.tell(round.changes())
                        .invoke(() -> round.changes().forEach(one -> own.told(partition, one.shopId(), one.standing())))
                        .chain(() -> failure == null
                                ? Uni.createFrom().voidItem()
                                : Uni.createFrom().failure(failure)));
    }

    @Override
    public Uni<Set<Integer>> lacking(Collection<Integer> partitions) {
        var old = scoredAnew.next(partitions, own::size);
        return whole.lacking(partitions).onFailure().recoverWithItem(Set.of()).map(lost -> {
            old.addAll(lost);
            return old;
        });
    }

    @Override
    public Uni<Void> whole(int partition) {
        scoredAnew.told(partition);
        return whole.whole(partition);
    }

    @Override
    public Set<String> nextMoved(int partition) {
        return scoredAnew.nextShops(partition);
    }

    @Override
    public void forget(int partition) {
        own.forget(partition);
        scoredAnew.nextShops(partition);
    }

    @Override
    public void feeds(int partition, FeedState state) {
        Optional<FeedState> before = own.feeds(partition);
        own.put(partition, state);
        lines.feeds(partition, before, state);
        redis.put(partition, state)
                .subscribe()
                .with(_ -> {}, failure -> LOG.debugf("feeds-in-redis=old partition=%d cause=%s", partition, failure));
    }

    /**
     * Of shops that this process does not own, by one look at Redis.
     *
     * @return those that Redis knows; fails when it does not answer
     */
    Uni<Map<String, ScoreAnswer>> elsewhere(Collection<String> shops) {
        return redis.of(shops).emitOn(Infrastructure.getDefaultExecutor()).map(found -> {
            var scores = new HashMap<String, ScoreAnswer>();
            found.shops()
                    .forEach((shop, announced) -> scores.put(
                            shop, answers.live(shop, announced, Source.REDIS, found.feedsOf(Lane.of(shop)))));
            return scores;
        });
    }

    /** From memory when this process owns the shop, else from Redis; empty when neither knows it or Redis does not answer. */
    Uni<Optional<ScoreAnswer>> of(String shopId) {
        int partition = Lane.of(shopId);
        Optional<Announced> here = own.of(shopId);
        return here.isPresent()
                ? Uni.createFrom()
                        .item(here.map(
                                announced -> answers.live(shopId, announced, Source.MEMORY, own.feeds(partition))))
                : Uni.combine()
                        .all()
                        .unis(redis.of(shopId), redis.feeds(partition))
                        .with((announced, feeds) ->
                                announced.map(found -> answers.live(shopId, found, Source.REDIS, feeds)))
                        .onFailure()
                        .recoverWithItem(Optional.empty());
    }
}
