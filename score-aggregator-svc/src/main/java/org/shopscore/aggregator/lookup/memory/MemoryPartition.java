package org.shopscore.aggregator.lookup.memory;

import java.util.Optional;
import java.util.stream.Stream;
import org.shopscore.aggregator.score.shop.FeedState;
import org.shopscore.aggregator.shop.table.Id;
import org.shopscore.aggregator.shop.table.ShopBytes;
import org.shopscore.aggregator.shop.table.ShopTable;

/**
 * The shops of one partition, as long as it is owned or followed. An announcement can still be under way when an owned one is lost: it must
 * not bring back what another process has begun to change.
 *
 * <p>Readers take no lock. A line that was written from what has changed meanwhile is never kept: whoever changes a source drops the line
 * after it, which puts another entry in place of the one that the writer found, or starts another generation.
 */
final class MemoryPartition {

    private static final int LAST_GENERATION = (1 << 23) - 1;

    private final ShopTable shops = new ShopTable();
    private volatile Optional<FeedState> feeds = Optional.empty();
    private volatile int generation = 1;
    private boolean lost;
    private long newestEpoch;
    private long lostEpoch;

    /** @return false when something newer is known, or the partition is lost */
    synchronized boolean put(String shopId, Announced announced) {
        long epoch = announced.version().epoch();
        newestEpoch = Math.max(newestEpoch, epoch);
        byte[] before = find(Id.of(shopId));
        if (lost || epoch <= lostEpoch || isOlder(announced, before)) {
            return false;
        }
        shops.put(Entry.of(shopId, announced, before == null ? 0 : Entry.told(before)));
        return true;
    }

    private static boolean isOlder(Announced announced, byte[] before) {
        return before != null && announced.version().compareTo(Entry.version(before)) < 0;
    }

    synchronized void told(Id id, int told) {
        byte[] before = find(id);
        if (before != null) {
            shops.put(Entry.withTold(before, told));
        }
    }

    synchronized void put(FeedState state) {
        feeds = Optional.of(state);
        lost = false;
    }

    synchronized void forget() {
        shops.clear();
        feeds = Optional.empty();
        lost = true;
        lostEpoch = newestEpoch;
    }

    /** Null for a shop that is not known. */
    byte[] find(Id id) {
        return shops.find(id);
    }

    byte[] find(byte[] text, int from, int to, int hash) {
        return shops.find(text, from, to, hash);
    }

    ShopTable.Places places() {
        return shops.places();
    }

    /** Lines of another one are old; to be read before what a line is made of. */
    int generation() {
        return generation;
    }

    /** @param found what the line was made for */
    synchronized void keep(byte[] found, byte[] written) {
        if (!lost) {
            shops.replace(found, written);
        }
    }

    synchronized void drop(Id id) {
        byte[] before = find(id);
        if (before != null) {
            shops.put(Entry.without(before));
        }
    }

    /** Takes no time; the lines are written again when they are asked for. */
    synchronized void dropAll() {
        generation = generation == LAST_GENERATION ? 1 : generation + 1;
    }

    Optional<FeedState> feeds() {
        return feeds;
    }

    Stream<String> shopIds() {
        return shops.entries().map(ShopBytes::shopId);
    }

    synchronized int size() {
        return shops.size();
    }
}
