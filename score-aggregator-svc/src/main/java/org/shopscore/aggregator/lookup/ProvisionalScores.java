package org.shopscore.aggregator.lookup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.ingest.Announcer;
import org.shopscore.aggregator.lookup.Announced.Version;
import org.shopscore.aggregator.score.FeedState;
import org.shopscore.aggregator.score.ScoresMoved;
import org.shopscore.aggregator.score.ShopSums;
import org.shopscore.metric.Lane;

/** The newest score of each shop: in memory at once, and in Redis for the other processes. */
@ApplicationScoped
class ProvisionalScores implements Announcer {

    private static final Logger LOG = Logger.getLogger(ProvisionalScores.class);

    private final OwnShops own = new OwnShops();
    private final RedisShops redis;
    private final AnnouncedJson json;
    private final Answers answers;
    private final Clock clock;
    private final MemoryLines lines;

    ProvisionalScores(RedisShops redis, AnnouncedJson json, Answers answers, Clock clock) {
        this.redis = redis;
        this.json = json;
        this.answers = answers;
        this.clock = clock;
        this.lines = new MemoryLines(own, answers);
    }

    /** The compact score of a shop that this process owns. */
    MemoryLines lines() {
        return lines;
    }

    void moved(@Observes ScoresMoved change) {
        change.shops().ifPresentOrElse(shops -> shops.forEach(lines::drop), lines::renew);
    }

    /** In memory even when Redis fails: the shops are looked up here first. */
    @Override
    public Uni<Void> announce(int partition, long epoch, long n, LocalDate today, Collection<ShopSums> shops) {
        Version version = new Version(epoch, n);
        Instant asOf = clock.instant();
        var values = new HashMap<String, String>();
        for (ShopSums shop : shops) {
            var announced = new Announced(version, today, asOf, KnownSums.of(shop.sums()));
            own.put(partition, shop.shopId(), announced);
            lines.drop(shop.shopId());
            values.put(shop.shopId(), json.write(announced));
        }
        return redis.put(version, values);
    }

    @Override
    public void forget(int partition) {
        own.forget(partition);
        lines.dropAll();
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
