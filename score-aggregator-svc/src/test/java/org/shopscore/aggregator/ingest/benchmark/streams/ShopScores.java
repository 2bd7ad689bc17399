package org.shopscore.aggregator.ingest.benchmark.streams;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.shopscore.aggregator.score.ScoreEngine;
import org.shopscore.aggregator.score.metric.Priors;
import org.shopscore.aggregator.score.shop.ShopProfile;
import org.shopscore.metric.BusinessDay;

/**
 * One lane: events in, scores out when they change. What a shop was told to be is not kept: after a start all shops of the lane are
 * scored and told again.
 */
final class ShopScores implements Processor<byte[], byte[], byte[], byte[]> {

    private static final Duration ROUND = Duration.ofMillis(100);

    private final ScoreEngine engine;
    private final Applying applying = new Applying();
    private final Map<Bytes, Shop> shops = new HashMap<>();
    private List<Shop> dirty = new ArrayList<>();
    private ProcessorContext<byte[], byte[]> context;
    private KeyValueStore<Bytes, byte[]> tiles;
    private Lives lives;
    private LocalDate today = BusinessDay.of(Instant.now());
    private int todayNumber;

    ShopScores(ScoreEngine engine) {
        this.engine = engine;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> given) {
        context = given;
        tiles = given.getStateStore(Opponent.TILES);
        lives = new Lives(given.getStateStore(Opponent.LIVES));
        try (var all = tiles.all()) {
            all.forEachRemaining(tile -> restore(tile.key.get(), tile.value));
        }
        moveTo(today);
        given.schedule(ROUND, PunctuationType.WALL_CLOCK_TIME, this::tell);
    }

    private void restore(byte[] key, byte[] packed) {
        var tile = Tile.unpacked(key, packed);
        shop(tile.shop()).put(tile.day(), tile);
    }

    private Shop shop(byte[] id) {
        return shops.computeIfAbsent(Bytes.wrap(id), _ -> new Shop(id));
    }

    private void moveTo(LocalDate day) {
        today = day;
        todayNumber = Math.toIntExact(day.toEpochDay());
        for (Shop shop : shops.values()) {
            shop.moveTo(todayNumber);
            soil(shop);
        }
    }

    private void soil(Shop shop) {
        if (!shop.isDirty) {
            shop.isDirty = true;
            dirty.add(shop);
        }
    }

    @Override
    public void process(Record<byte[], byte[]> event) {
        if (event.key() == null || !lives.isNew(event.headers())) {
            return;
        }
        applying.shop = shop(event.key());
        Scan.each(event.value(), applying);
        soil(applying.shop);
    }

    private final class Applying implements Scan.Each {

        private Shop shop;

        @Override
        public void amount(int day, int measure, long amount) {
            shop.tile(day).add(measure, amount);
            if (day <= todayNumber && day > todayNumber - Shop.WINDOW) {
                shop.addToWindow(measure, amount);
            }
        }

        @Override
        public void end(int day) {
            Tile tile = shop.tile(day);
            tiles.put(tile.key, tile.packed());
        }
    }

    private void tell(long now) {
        LocalDate day = BusinessDay.of(Instant.ofEpochMilli(now));
        if (!day.equals(today)) {
            moveTo(day);
        }
        var round = dirty;
        dirty = new ArrayList<>();
        for (Shop shop : round) {
            shop.isDirty = false;
            String score = score(shop);
            if (!score.equals(shop.told)) {
                shop.told = score;
                context.forward(new Record<>(shop.key, score.getBytes(US_ASCII), now));
            }
        }
    }

    private String score(Shop shop) {
        var sheet = engine.score(shop, Priors.DEFAULT, ShopProfile.UNKNOWN, today);
        var result = sheet.result().orElseThrow();
        return "{\"day\":\"" + today + "\",\"stage\":\"" + sheet.stage() + "\",\"published\":\"" + result.published()
                + "\",\"total\":\"" + result.total() + "\",\"level\":\""
                + result.level().code() + "\"}";
    }
}
