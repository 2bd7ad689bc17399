package org.shopscore.aggregator.lookup.telling;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.ingest.telling.Announcer;
import org.shopscore.aggregator.lookup.ProvisionalScores;
import org.shopscore.aggregator.lookup.memory.Announced;
import org.shopscore.aggregator.lookup.memory.Announced.Version;
import org.shopscore.aggregator.lookup.memory.KnownSums;
import org.shopscore.aggregator.lookup.memory.MemoryShops;
import org.shopscore.aggregator.lookup.redis.RedisShops;
import org.shopscore.aggregator.score.shop.FeedState;
import org.shopscore.aggregator.score.window.ShopSums;

/** What this process learns as the owner of partitions: its lookups answer by it at once, all others are told as it stands in memory. */
@ApplicationScoped
public class LearnedShops implements Announcer {

    private static final Logger LOG = Logger.getLogger(LearnedShops.class);

    /** The standing of no score. */
    private static final int NOT_TOLD = 0;

    private final ProvisionalScores scores;
    private final MemoryShops own;
    private final ToldAgain toldAgain;
    private final RedisShops redis;
    private final ProvisionalTelling telling;
    private final Clock clock;

    public LearnedShops(
            ProvisionalScores scores, ToldAgain toldAgain, RedisShops redis, ProvisionalTelling telling, Clock clock) {
        this.scores = scores;
        this.own = scores.own();
        this.toldAgain = toldAgain;
        this.redis = redis;
        this.telling = telling;
        this.clock = clock;
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
        return !toldAgain.isScoredAnew(partition) && own.knows(partition, shopId, today);
    }

    @Override
    public Uni<Void> announce(int partition, long epoch, long n, Collection<String> changed, Collection<String> again) {
        var moved = toldAgain.telling(partition, epoch, changed);
        return Uni.createFrom()
                .deferred(() -> tell(partition, new Version(epoch, n), round(partition, changed, again)))
                .onTermination()
                .invoke((_, failure, isCancelled) -> {
                    if (failure != null || isCancelled) {
                        toldAgain.failed(partition, moved);
                    }
                });
    }

    private TellingRound round(int partition, Collection<String> changed, Collection<String> again) {
        var round = new TellingRound(scores, partition);
        changed.forEach(round::scored);
        again.forEach(round::asItIs);
        return round;
    }

    private Uni<Void> tell(int partition, Version version, TellingRound round) {
        return redis.put(partition, version, round.shops())
                .onItemOrFailure()
                .transformToUni((_, failure) -> telling.tell(round.changes())
                        .onTermination()
                        .invoke((_, broken, isCancelled) -> told(partition, round, broken == null && !isCancelled))
                        .chain(() -> failure == null
                                ? Uni.createFrom().voidItem()
                                : Uni.createFrom().failure(failure)));
    }

    /** Where nobody knows what the broker took, each is told once more, whatever its score is then. */
    private void told(int partition, TellingRound round, boolean isTold) {
        round.changes().forEach(one -> own.told(partition, one.shopId(), isTold ? one.standing() : NOT_TOLD));
    }

    @Override
    public Uni<Set<Integer>> lacking(Map<Integer, Integer> shops) {
        return toldAgain.lacking(shops);
    }

    @Override
    public Stream<String> known(int partition) {
        return toldAgain.known(partition);
    }

    @Override
    public Uni<Void> whole(int partition) {
        return toldAgain.whole(partition);
    }

    @Override
    public Set<String> nextMoved(int partition) {
        return toldAgain.next(partition);
    }

    @Override
    public void forget(int partition) {
        own.forget(partition);
        toldAgain.forget(partition);
    }

    @Override
    public void feeds(int partition, FeedState state) {
        Optional<FeedState> before = own.feeds(partition);
        own.put(partition, state);
        scores.lines().feeds(partition, before, state);
        toldAgain.rolled(partition, state.rolledTo());
    }

    @Override
    public void announceFeeds(int partition, FeedState state) {
        redis.put(partition, state)
                .subscribe()
                .with(_ -> {}, failure -> LOG.debugf("feeds-in-redis=old partition=%d cause=%s", partition, failure));
    }
}
