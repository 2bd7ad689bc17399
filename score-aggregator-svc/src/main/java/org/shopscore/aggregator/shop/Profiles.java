package org.shopscore.aggregator.shop;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.score.ScoresMoved;
import org.shopscore.aggregator.score.shop.ShopProfile;
import org.shopscore.aggregator.shop.table.Id;
import org.shopscore.aggregator.shop.table.LaneTables;
import org.shopscore.aggregator.shop.table.ShopBytes;

/** The profiles of all registered shops in memory, a second behind the registry at most while the database answers. */
@ApplicationScoped
public class Profiles {

    private static final Logger LOG = Logger.getLogger(Profiles.class);

    private static final int AT_ONCE = 2_000;
    /** Changes before have all been committed or given up: each bears the time of its statement, in a transaction that is open no more. */
    private static final String SETTLED =
            "select least(clock_timestamp(), min(xact_start)) from pg_stat_activity where datname = current_database()";

    /** The clock of a server that takes over may be so far behind. */
    private static final Duration CLOCKS_APART = Duration.ofSeconds(30);

    private static final String CHANGED = "select " + RegisteredShop.COLUMNS
            + " from shop where (changed_at, shop_id) > ($1, $2) order by changed_at, shop_id limit " + AT_ONCE;

    private final Pool pool;
    private final Event<ScoresMoved> moved;
    private final LaneTables shops = new LaneTables();
    private final PackedProfiles packed = new PackedProfiles();
    private volatile boolean isRead;
    private volatile OffsetDateTime settled = OffsetDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    Profiles(Pool pool, Event<ScoresMoved> moved) {
        this.pool = pool;
        this.moved = moved;
    }

    /** @return a profile without anything for a shop that is not registered */
    public ShopProfile of(String shopId) {
        byte[] known = shops.find(Id.of(shopId));
        return known == null ? ShopProfile.UNKNOWN : packed.profile(known);
    }

    /** How many shops of the lane are registered. */
    public synchronized int size(int lane) {
        return shops.size(lane);
    }

    /** The registered shops of the lane. */
    public Stream<String> registered(int lane) {
        return shops.shopIds(lane);
    }

    /**
     * @param from first day
     * @param before the day behind the last one
     * @return the registered shops of the lane that were opened on these days
     */
    public Stream<String> opened(int lane, LocalDate from, LocalDate before) {
        return shops.entries(lane)
                .filter(shop -> PackedProfiles.openedOn(shop)
                        .filter(day -> !day.isBefore(from) && day.isBefore(before))
                        .isPresent())
                .map(ShopBytes::shopId);
    }

    /** False until the whole registry has been read once. */
    public boolean isRead() {
        return isRead;
    }

    /** Unless something newer is known. */
    void learn(RegisteredShop shop) {
        learn(List.of(shop));
    }

    private void learn(Collection<RegisteredShop> registered) {
        var changed = registered.stream()
                .filter(this::takes)
                .map(RegisteredShop::shopId)
                .collect(Collectors.toSet());
        if (!changed.isEmpty()) {
            moved.fire(new ScoresMoved.Of(changed));
        }
    }

    private synchronized boolean takes(RegisteredShop shop) {
        byte[] known = shops.find(Id.of(shop.shopId()));
        boolean isNews = known == null || PackedProfiles.version(known) < shop.version();
        if (isNews) {
            shops.put(packed.pack(
                    shop.shopId(), shop.version(), shop.registration().profile()));
        }
        return isNews;
    }

    /** Some at a time: at its start a process reads the whole registry. */
    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> refresh() {
        return pool.query(SETTLED)
                .execute()
                .map(rows -> rows.iterator().next().getOffsetDateTime(0))
                .chain(now -> changes(earlier(settled, now).minus(CLOCKS_APART)).invoke(() -> settled = now))
                .invoke(() -> isRead = true)
                .onFailure()
                .invoke(failure -> LOG.debugf("profiles=old cause=%s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private static OffsetDateTime earlier(OffsetDateTime one, OffsetDateTime other) {
        return one.isBefore(other) ? one : other;
    }

    private Uni<Void> changes(OffsetDateTime since) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new Last(since, ""), this::page)
                .whilst(read -> read == AT_ONCE)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Integer> page(Last last) {
        return pool.preparedQuery(CHANGED)
                .execute(Tuple.of(last.changedAt, last.shopId))
                .emitOn(Infrastructure.getDefaultExecutor())
                .map(rows -> {
                    var changed = rows.stream().map(RegisteredShop::of).toList();
                    learn(changed);
                    if (!changed.isEmpty()) {
                        last.is(changed.getLast());
                    }
                    return changed.size();
                });
    }

    private static final class Last {

        private OffsetDateTime changedAt;
        private String shopId;

        private Last(OffsetDateTime changedAt, String shopId) {
            this.changedAt = changedAt;
            this.shopId = shopId;
        }

        private void is(RegisteredShop shop) {
            changedAt = shop.changedAt();
            shopId = shop.shopId();
        }
    }
}
