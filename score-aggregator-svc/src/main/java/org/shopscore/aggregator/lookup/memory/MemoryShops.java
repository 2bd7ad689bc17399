package org.shopscore.aggregator.lookup.memory;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shopscore.aggregator.score.shop.FeedState;
import org.shopscore.aggregator.shop.table.Id;
import org.shopscore.aggregator.shop.table.ShopBytes;
import org.shopscore.metric.Lane;

/** What memory holds of shops: of partitions that this process owns, or that it follows. */
public final class MemoryShops {

    private static final int POLICY_BITS = 8;

    /** Writes the line of a shop, {@link Entry#LINE} bytes; empty for one that those cannot say. */
    public interface Writer {

        Optional<byte[]> line(byte[] entry, String shopId, Announced announced);
    }

    private final AtomicReferenceArray<MemoryPartition> partitions = new AtomicReferenceArray<>(
            IntStream.range(0, Lane.COUNT).mapToObj(_ -> new MemoryPartition()).toArray(MemoryPartition[]::new));

    /**
     * What is known of a shop.
     *
     * @param told what {@link #told} kept of it, 0 for nothing yet
     */
    public record Known(Announced announced, int told) {}

    /**
     * Unless something newer is known; what was written of the shop is dropped.
     *
     * @return whether it was taken
     */
    public boolean put(int partition, String shopId, Announced announced) {
        return partitions.get(partition).put(shopId, announced);
    }

    public Optional<Known> known(int partition, String shopId) {
        return Optional.ofNullable(partitions.get(partition).find(Id.of(shopId)))
                .map(entry -> new Known(Entry.announced(entry), Entry.told(entry)));
    }

    /** Whether the shop is known for that day. */
    public boolean knows(int partition, String shopId, LocalDate day) {
        byte[] entry = partitions.get(partition).find(Id.of(shopId));
        return entry != null && Entry.isOf(entry, day);
    }

    /** Keeps what was told of the shop, as long as the partition is owned. */
    public void told(int partition, String shopId, int told) {
        partitions.get(partition).told(Id.of(shopId), told);
    }

    public void put(int partition, FeedState state) {
        partitions.get(partition).put(state);
    }

    /** Of an owner that has lost it: what this process still has under way of it is not taken any more, only what another epoch brings. */
    public void forget(int partition) {
        partitions.get(partition).forget();
    }

    /** Begins anew, with nothing: for who follows another process, whose epoch goes on. */
    public void renew(int partition) {
        partitions.set(partition, new MemoryPartition());
    }

    /** Takes what was read elsewhere, unless something newer is known; nothing once the partition was {@link #renew renewed}. */
    public BiConsumer<String, Announced> taker(int partition) {
        return partitions.get(partition)::put;
    }

    public Optional<Announced> of(String shopId) {
        Id id = Id.of(shopId);
        return Optional.ofNullable(partitions.get(id.partition()).find(id)).map(Entry::announced);
    }

    public Optional<FeedState> feeds(int partition) {
        return partitions.get(partition).feeds();
    }

    /**
     * @param text holds the id from one place to the other
     * @param hash of the id, as {@link Lane#hash} makes it
     * @param policy number of the one that lines must be made by, 0 to 254
     * @return the {@link Entry} with its line; null for a shop that is not known here, and for one that has none
     */
    public byte[] written(byte[] text, int from, int to, int hash, int policy, Writer writer) {
        MemoryPartition partition = partitions.get(Lane.ofHash(hash));
        int generation = generation(partition, policy);
        byte[] found = partition.find(text, from, to, hash);
        return found == null || Entry.isWritten(found, generation)
                ? found
                : write(partition, found, generation, writer);
    }

    /** @param policy as of {@link #written} */
    public Glance glance(int partition, int policy) {
        MemoryPartition now = partitions.get(partition);
        int generation = generation(now, policy);
        return new Glance(now.places(), generation);
    }

    /** To be read before what is found. */
    private static int generation(MemoryPartition partition, int policy) {
        return (partition.generation() << POLICY_BITS) | policy;
    }

    private static byte[] write(MemoryPartition partition, byte[] found, int generation, Writer writer) {
        byte[] bare = Entry.without(found);
        var line = writer.line(bare, ShopBytes.shopId(bare), Entry.announced(bare));
        if (line.isEmpty()) {
            return null;
        }
        byte[] written = Entry.with(bare, generation, line.get());
        partition.keep(found, written);
        return written;
    }

    /** Whoever has changed what the shop's line is made of says so afterwards. */
    public void drop(String shopId) {
        Id id = Id.of(shopId);
        partitions.get(id.partition()).drop(id);
    }

    public void dropAll(int partition) {
        partitions.get(partition).dropAll();
    }

    public void dropAll() {
        for (int partition = 0; partition < Lane.COUNT; partition++) {
            dropAll(partition);
        }
    }

    /** The shops of the partition that it knows. */
    public Stream<String> shopIds(int partition) {
        return partitions.get(partition).shopIds();
    }

    /** How many shops it knows. */
    public int size() {
        int size = 0;
        for (int partition = 0; partition < Lane.COUNT; partition++) {
            size += partitions.get(partition).size();
        }
        return size;
    }
}
