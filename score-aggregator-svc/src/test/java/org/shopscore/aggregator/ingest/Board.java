package org.shopscore.aggregator.ingest;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shopscore.aggregator.ingest.telling.Announcer;
import org.shopscore.aggregator.score.shop.FeedState;
import org.shopscore.aggregator.score.window.ShopSums;
import org.shopscore.metric.Lane;
import org.shopscore.metric.Measures;

/** A store of the newest sums of each shop that can be out of order; an older version never replaces a newer one. */
final class Board implements Announcer {

    private record Entry(long epoch, long n, LocalDate day, Map<String, Long> sums) {}

    /** What each owner has learned. */
    private final Map<String, Entry> known = new HashMap<>();

    private final Map<String, Entry> shops = new HashMap<>();
    private final Map<Integer, FeedState> feeds = new HashMap<>();
    private final Map<Integer, FeedState> announcedFeeds = new HashMap<>();
    private final List<String> announced = new ArrayList<>();
    private boolean broken;
    private boolean hangs;
    private int learned;
    private final Set<Integer> lost = new HashSet<>();
    private final Set<String> dormant = new HashSet<>();
    private int refused;

    synchronized void breakDown() {
        broken = true;
    }

    synchronized void mend() {
        broken = false;
    }

    @Override
    public synchronized void learn(int partition, long epoch, long n, LocalDate today, Collection<ShopSums> sums) {
        learned += sums.size();
        for (ShopSums shop : sums) {
            known.put(shop.shopId() + " of " + epoch, new Entry(epoch, n, today, read(shop)));
        }
    }

    @Override
    public boolean knows(int partition, String shopId, LocalDate today) {
        return false;
    }

    /** Whoever announces gets no answer from now on. */
    synchronized void hang() {
        hangs = true;
    }

    /** How often it learned of a shop. */
    synchronized int learned() {
        return learned;
    }

    @Override
    public synchronized Uni<Void> announce(
            int partition, long epoch, long n, Collection<String> changed, Collection<String> again) {
        if (hangs) {
            return Uni.createFrom().nothing();
        }
        if (broken) {
            refused++;
            return Uni.createFrom().failure(new IllegalStateException("the board is out of order"));
        }
        for (String shop : changed) {
            shops.merge(
                    shop, known.get(shop + " of " + epoch), (before, after) -> newer(before, after) ? after : before);
            announced.add(shop);
        }
        return Uni.createFrom().voidItem();
    }

    @Override
    public synchronized Uni<Set<Integer>> lacking(Map<Integer, Integer> shops) {
        return Uni.createFrom()
                .item(shops.keySet().stream().filter(lost::contains).collect(Collectors.toSet()));
    }

    @Override
    public synchronized Stream<String> known(int partition) {
        return List.copyOf(dormant).stream().filter(shop -> Lane.of(shop) == partition);
    }

    @Override
    public synchronized Uni<Void> whole(int partition) {
        lost.remove(partition);
        return Uni.createFrom().voidItem();
    }

    /** Has a score, though nothing was ever counted for it. */
    synchronized void registered(String shop) {
        dormant.add(shop);
    }

    /** What was announced is gone, as in a Redis that was emptied. */
    synchronized void lose() {
        shops.clear();
        announced.clear();
        IntStream.range(0, Lane.COUNT).forEach(lost::add);
    }

    private static boolean newer(Entry before, Entry after) {
        return after.epoch > before.epoch || (after.epoch == before.epoch && after.n > before.n);
    }

    private static Map<String, Long> read(ShopSums shop) {
        var sums = new TreeMap<String, Long>();
        Measures.names().forEach(measure -> sums.put(measure, shop.sums().sum(measure)));
        shop.sums().matured().names().forEach(name -> sums.put(name, shop.sums().sum(name)));
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    @Override
    public Set<String> nextMoved(int partition) {
        return Set.of();
    }

    @Override
    public void forget(int partition) {}

    @Override
    public synchronized void feeds(int partition, FeedState state) {
        feeds.put(partition, state);
    }

    @Override
    public synchronized void announceFeeds(int partition, FeedState state) {
        announcedFeeds.put(partition, state);
    }

    /** What all others were told; null for nothing yet. */
    synchronized FeedState announcedFeeds(int partition) {
        return announcedFeeds.get(partition);
    }

    synchronized FeedState feeds(int partition) {
        return feeds.get(partition);
    }

    synchronized int refused() {
        return refused;
    }

    synchronized List<String> announced() {
        return List.copyOf(announced);
    }

    synchronized LocalDate dayOf(String shop) {
        return shops.get(shop).day();
    }

    /** "shop measure" to sum. */
    synchronized Map<String, Long> sums() {
        var sums = new TreeMap<String, Long>();
        shops.forEach((shop, entry) -> entry.sums().forEach((measure, sum) -> sums.put(shop + " " + measure, sum)));
        return sums;
    }
}
