package org.shopscore.aggregator.lookup.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.shopscore.aggregator.lookup.answer.Answers;
import org.shopscore.aggregator.lookup.compact.CompactBinary;
import org.shopscore.aggregator.lookup.compact.CompactFreshness.Source;
import org.shopscore.aggregator.lookup.compact.CompactLines;
import org.shopscore.aggregator.lookup.memory.Announced;
import org.shopscore.aggregator.lookup.memory.Entry;
import org.shopscore.aggregator.lookup.memory.Glance;
import org.shopscore.aggregator.lookup.memory.MemoryShops;
import org.shopscore.aggregator.score.ScoreEngine;
import org.shopscore.aggregator.score.shop.FeedState;
import org.shopscore.metric.Lane;

/**
 * The compact scores of shops in memory, this process's own and those that it follows, written once and answered until something they are
 * made of changes: one look into one table a lookup. How fresh they are is kept once for each partition.
 */
public final class MemoryLines {

    /** The policy that lines have to be made by: one for each answer. */
    public final class By {

        private final ScoreEngine engine;
        private final int number;
        private final MemoryShops.Writer writer;

        private By(ScoreEngine engine) {
            this.engine = engine;
            this.number = answers.lines().numberOf(engine.reference());
            this.writer = (entry, shopId, announced) -> line(entry, shopId, announced, engine);
        }

        public String policyVersion() {
            return engine.reference();
        }
    }

    private final MemoryShops own;
    private final MemoryShops followed;
    private final Answers answers;
    private final AtomicReferenceArray<Fresh> fresh = new AtomicReferenceArray<>(Lane.COUNT);
    private volatile By by;

    public MemoryLines(MemoryShops own, MemoryShops followed, Answers answers) {
        this.own = own;
        this.followed = followed;
        this.answers = answers;
        this.by = new By(answers.engine());
        renew();
    }

    /** Those of the partition: a process follows what it does not own. */
    public MemoryShops shops(int partition) {
        return own.feeds(partition).isEmpty() && followed.feeds(partition).isPresent() ? followed : own;
    }

    private Optional<FeedState> feeds(int partition) {
        return shops(partition).feeds(partition);
    }

    /** The policy in force. A line outlives the policy that it was written by, and is not answered any more. */
    public By now() {
        ScoreEngine engine = answers.engine();
        By known = by;
        if (known.engine != engine) {
            known = new By(engine);
            by = known;
        }
        return known;
    }

    /**
     * @param text holds a shop's id from one place to the other
     * @param hash of the id, as {@link Lane#hash} makes it
     * @return the shop's {@link Entry} with its line; null where memory cannot answer
     */
    public byte[] of(byte[] text, int from, int to, int hash, By policy) {
        return policy.number < 0
                ? null
                : shops(Lane.ofHash(hash)).written(text, from, to, hash, policy.number, policy.writer);
    }

    /** Each partition at one instant, for who looks for many. */
    public Glance[] glances(By policy) {
        var glances = new Glance[Lane.COUNT];
        for (int partition = 0; partition < Lane.COUNT; partition++) {
            glances[partition] = shops(partition).glance(partition, policy.number);
        }
        return glances;
    }

    public Optional<CompactLine> of(String shopId) {
        byte[] text = shopId.getBytes(UTF_8);
        int hash = Lane.hash(text, 0, text.length);
        return Optional.ofNullable(of(text, 0, text.length, hash, now()))
                .map(entry -> CompactLine.of(Lane.ofHash(hash), entry, answers.lines()));
    }

    private Optional<byte[]> line(byte[] entry, String shopId, Announced announced, ScoreEngine engine) {
        if (!engine.canScore(announced.sums())) {
            return Optional.empty();
        }
        return answers.lines().line(entry, answers.compact(shopId, announced, feeds(Lane.of(shopId)), engine));
    }

    /** How the lines of a partition are written. */
    public CompactLines form() {
        return answers.lines();
    }

    public CompactBinary binary() {
        return answers.binary();
    }

    /** How fresh the lines of a partition are. */
    public Fresh freshOf(int partition) {
        return fresh.get(partition);
    }

    public Fresh fresh(CompactLine line) {
        return fresh.get(line.partition());
    }

    public void drop(String shopId) {
        own.drop(shopId);
        followed.drop(shopId);
    }

    /** Also what is said of freshness. */
    public void renew() {
        own.dropAll();
        followed.dropAll();
        for (int partition = 0; partition < Lane.COUNT; partition++) {
            fresh.set(partition, fresh(partition));
        }
    }

    /** Of the partition, owned or followed, from now on. Lines of an older day say so. */
    public void feeds(int partition, Optional<FeedState> before, FeedState state) {
        fresh.set(partition, fresh(partition));
        if (before.filter(known -> known.rolledTo().equals(state.rolledTo())).isEmpty()) {
            shops(partition).dropAll(partition);
        }
    }

    private Fresh fresh(int partition) {
        return new Fresh(answers.compactFreshness(Source.MEMORY, feeds(partition)));
    }
}
