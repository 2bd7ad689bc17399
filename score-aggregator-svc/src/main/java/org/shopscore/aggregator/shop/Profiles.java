package org.shopscore.aggregator.shop;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.score.ScoresMoved;
import org.shopscore.aggregator.score.ShopProfile;

/** The profiles of all registered shops in memory, a second behind the registry at most while the database answers. */
@ApplicationScoped
public class Profiles {

    private static final Logger LOG = Logger.getLogger(Profiles.class);

    /** A change bears the time of its statement, and may be committed so much later. */
    private static final Duration SLOWEST_COMMIT = Duration.ofSeconds(30);

    private static final String CHANGED =
            "select " + RegisteredShop.COLUMNS + " from shop where changed_at >= $1 order by changed_at";

    private final Pool pool;
    private final Event<ScoresMoved> moved;
    private final Map<String, RegisteredShop> shops = new ConcurrentHashMap<>();
    private OffsetDateTime newest = OffsetDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    Profiles(Pool pool, Event<ScoresMoved> moved) {
        this.pool = pool;
        this.moved = moved;
    }

    /** @return a profile without anything for a shop that is not registered */
    public ShopProfile of(String shopId) {
        return Optional.ofNullable(shops.get(shopId))
                .map(shop -> shop.registration().profile())
                .orElse(ShopProfile.UNKNOWN);
    }

    /** @return 0 for a shop that is not registered */
    public long versionOf(String shopId) {
        return Optional.ofNullable(shops.get(shopId))
                .map(RegisteredShop::version)
                .orElse(0L);
    }

    /** Unless something newer is known. */
    void learn(RegisteredShop shop) {
        long before = versionOf(shop.shopId());
        shops.merge(shop.shopId(), shop, (known, now) -> now.version() < known.version() ? known : now);
        if (versionOf(shop.shopId()) != before) {
            moved.fire(new ScoresMoved(Optional.of(Set.of(shop.shopId()))));
        }
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> refresh() {
        return pool.preparedQuery(CHANGED)
                .execute(Tuple.of(newest.minus(SLOWEST_COMMIT)))
                .invoke(rows -> rows.forEach(row -> {
                    var shop = RegisteredShop.of(row);
                    learn(shop);
                    newest = shop.changedAt();
                }))
                .onFailure()
                .invoke(failure -> LOG.debugf("profiles=old cause=%s", failure.getMessage()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
