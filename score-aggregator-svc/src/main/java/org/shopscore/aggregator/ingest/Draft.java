package org.shopscore.aggregator.ingest;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.MeasureIds;

/**
 * One partition as it will be when the batch is committed: takes the records in order and never touches the memory until
 * {@link #merge}. Pure.
 */
final class Draft {

    private static final byte[] NO_TILE = {};

    private final LaneState lane;
    private final Loaded loaded;
    private final MeasureIds ids;
    private final Instant now;
    private final Map<Life, Sequence> sequences = new LinkedHashMap<>();
    private final Map<String, ShopDraft> shops = new LinkedHashMap<>();
    private final Map<String, SortedMap<Integer, byte[]>> packed = new HashMap<>();
    private final Set<String> touched = new LinkedHashSet<>();
    private final Outcome outcome = new Outcome();
    private long position;

    Draft(LaneState lane, Loaded loaded, MeasureIds ids, Instant now) {
        this.lane = lane;
        this.loaded = loaded;
        this.ids = ids;
        this.now = now;
        this.position = lane.position();
    }

    void take(Arrival arrival) {
        position = arrival.record().offset() + 1;
        switch (arrival) {
            case Arrival.Fact fact -> take(fact);
            case Arrival.Beat beat -> take(beat);
            case Arrival.Poison poison -> take(poison);
        }
    }

    private void take(Arrival.Fact fact) {
        var head = fact.head();
        var sequence = sequence(head);
        switch (sequence.verdict(head.number(), head.id())) {
            case NEW -> applyOrSetAside(sequence, fact);
            case DUPLICATE -> seenBefore(fact);
            case CLASH -> {
                outcome.clashes.add(head);
                seenBefore(fact);
            }
        }
    }

    /** A crash may have come between its commit and its announcement. */
    private void seenBefore(Arrival.Fact fact) {
        outcome.duplicates++;
        if (lane.decided(fact.record().offset()) && !fact.event().changes().isEmpty()) {
            touched.add(shop(fact.event().shopId()));
        }
    }

    private String shop(String shopId) {
        shops.computeIfAbsent(shopId, _ -> new ShopDraft(base(shopId), lane.window(), day -> oldTile(shopId, day)));
        return shopId;
    }

    private ShopState base(String shopId) {
        return lane.shop(shopId).orElseGet(() -> loaded.shops().getOrDefault(shopId, ShopState.NONE));
    }

    private byte[] oldTile(String shopId, int day) {
        var key = new ShopDay(shopId, day);
        byte[] read = loaded.oldTiles().get(key);
        return read == null ? lane.oldTiles().getOrDefault(key, NO_TILE) : read;
    }

    private void applyOrSetAside(Sequence sequence, Arrival.Fact fact) {
        Head head = fact.head();
        var amounts = new EventAmounts(fact, ids);
        Optional<Arrival.Poison> refused = amounts.refused().or(() -> overflow(fact, amounts.byDay()));
        if (refused.isPresent()) {
            setAside(sequence, head, refused.get());
            return;
        }
        sequence.apply(head.number(), head.id(), now);
        fact.event().closes().forEach(range -> {
            var life = new Life(head.life().source(), range.incarnation());
            known(life).ifPresent(repaired -> repaired.close(range.from(), range.to(), head.id(), now));
        });
        var shop = fact.event().shopId();
        amounts.byDay().forEach((day, more) -> shops.get(shop).add(day, more));
        if (!amounts.byDay().isEmpty()) {
            touched.add(shop);
        }
        outcome.applied++;
    }

    private Optional<Arrival.Poison> overflow(Arrival.Fact fact, SortedMap<Integer, Amounts> byDay) {
        var shop = shops.get(shop(fact.event().shopId()));
        boolean fits = byDay.entrySet().stream().allMatch(day -> shop.fits(day.getKey(), day.getValue()));
        return fits ? Optional.empty() : Optional.of(fact.poison(Reason.OVERFLOW, "a tile would pass its bounds"));
    }

    private void take(Arrival.Beat beat) {
        var head = beat.head();
        var sequence = sequence(head);
        switch (sequence.verdict(head.number(), head.id())) {
            case NEW -> {
                sequence.apply(head.number(), head.id(), now);
                if (complete(head.life().source())) {
                    sequence.completeUntil(head.time());
                }
                outcome.heartbeats++;
            }
            case DUPLICATE -> outcome.duplicates++;
            case CLASH -> outcome.clashes.add(head);
        }
    }

    private boolean complete(String source) {
        return Stream.concat(lane.sequences().keySet().stream(), sequences.keySet().stream())
                .filter(life -> life.source().equals(source))
                .flatMap(life -> view(life).holes().stream())
                .noneMatch(Hole::hurts);
    }

    private void take(Arrival.Poison poison) {
        if (poison.head().isEmpty()) {
            if (!lane.decided(poison.record().offset())) {
                outcome.quarantined.add(poison);
            }
            return;
        }
        var head = poison.head().get();
        var sequence = sequence(head);
        switch (sequence.verdict(head.number(), head.id())) {
            case NEW -> setAside(sequence, head, poison);
            case DUPLICATE -> outcome.duplicates++;
            case CLASH -> outcome.clashes.add(head);
        }
    }

    private void setAside(Sequence sequence, Head head, Arrival.Poison poison) {
        sequence.quarantine(head.number(), head.id(), now);
        if (!lane.decided(poison.record().offset())) {
            outcome.quarantined.add(poison);
        }
    }

    private Sequence sequence(Head head) {
        return known(head.life()).orElseGet(() -> {
            var sequence = Sequence.startingWith(head.number(), beforeStart(head.life()), now);
            sequences.put(head.life(), sequence);
            return sequence;
        });
    }

    /** Numbers before the first one were given in an earlier life of the same database, or else they are missing. */
    private Hole.Why beforeStart(Life life) {
        var lives = Stream.concat(lane.sequences().keySet().stream(), sequences.keySet().stream())
                .filter(other -> other.source().equals(life.source()))
                .toList();
        if (!lives.isEmpty()) {
            outcome.newLives.add(life);
        }
        return lives.stream().anyMatch(life::continues) ? Hole.Why.BEFORE_START : Hole.Why.MISSING;
    }

    private Optional<Sequence> known(Life life) {
        if (!sequences.containsKey(life) && lane.sequences().containsKey(life)) {
            sequences.put(life, lane.sequences().get(life).copy());
        }
        return Optional.ofNullable(sequences.get(life));
    }

    private Sequence view(Life life) {
        var drafted = sequences.get(life);
        return drafted == null ? lane.sequences().get(life) : drafted;
    }

    Outcome outcome() {
        return outcome;
    }

    LaneWrites writes() {
        shops.forEach((shop, draft) -> packed.put(shop, draft.packed()));
        return LaneWrites.of(lane, Math.max(lane.nextOffset(), position), sequences, packed);
    }

    /** Makes it the memory of the partition. Only after the confirmed commit of {@link #writes}. */
    void merge() {
        lane.committedUntil(position);
        lane.sequences().putAll(sequences);
        packed.forEach((shop, tiles) -> {
            var state = shops.get(shop).after(tiles);
            lane.shops().put(shop, state);
            tiles.headMap(lane.window().from())
                    .forEach((day, tile) -> lane.oldTiles().put(new ShopDay(shop, day), tile));
        });
        touched.forEach(
                shop -> lane.unannounced().add(shop, lane.shops().get(shop).sums()));
    }
}
