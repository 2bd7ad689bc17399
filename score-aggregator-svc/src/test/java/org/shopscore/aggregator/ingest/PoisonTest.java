package org.shopscore.aggregator.ingest;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.AbstractRecords;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.record.RecordBatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.tile.Amounts;
import org.shopscore.aggregator.tile.Days;
import org.shopscore.aggregator.tile.page.TileEntries;
import org.shopscore.metric.BusinessDay;
import org.shopscore.metric.Change;
import org.shopscore.metric.Headers;
import org.shopscore.metric.Lane;
import org.shopscore.metric.Measures;
import org.shopscore.metric.Sources;

/** A record that cannot be counted is set aside with its reason, and stops no other. */
class PoisonTest {

    private static int injected;

    private final Rig rig = new Rig();
    private final Board board = new Board();
    private final Oracle oracle = new Oracle();
    private final List<ProducerRecord<byte[], byte[]>> log = new ArrayList<>();
    private Emitter logistics;

    @BeforeEach
    void emitter() {
        logistics = rig.emitter(Sources.LOGISTICS, "6f1c0c3e-0002-4000-8000-000000000000-00000001");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @AfterAll
    static void say() {
        System.out.println("PoisonTest: " + injected + " faults injected");
    }

    @Test
    void eachKindIsSetAsideWithItsReasonAndCountsWhenItComesInGoodForm() {
        var numbered = new ArrayList<Emitter.Sent>();
        poison(numbered, sent -> sent.copy(Emitter.bytes("{\"ref\": \"订单\", \"changes\": [")));
        poison(numbered, sent -> sent.copy(null));
        poison(
                numbered,
                sent -> sent.copy(Emitter.bytes("{\"ref\":\"x\",\"changes\":[{\"anchoredAt\":\"1999-01-01T00:00:00Z\","
                        + "\"measures\":{\"order.paid\":1}}]}")));
        poison(numbered, sent -> sent.copy(Emitter.bytes(changes("order.paid", "1000000000001"))));
        poison(numbered, sent -> sent.copy(Emitter.bytes(changes("review.stars", "1"))));
        poison(numbered, sent -> sent.with(Headers.TYPE, "org.shopscore.metric.v9"));
        poison(numbered, sent -> sent.with(Headers.TIME, "gestern"));
        poison(numbered, sent -> sent.with(Headers.TIME, "+1000000000-12-31T23:59:59.999999999Z"));
        poison(numbered, sent -> sent.with(Headers.ID, null));
        poison(numbered, sent -> sent.with(Headers.SPEC_VERSION, "0.3"));
        int withNumber = numbered.size();
        poison(numbered, sent -> sent.with(Headers.SEQUENCE, "-1"));
        poison(numbered, sent -> sent.with(Headers.INCARNATION, null));
        poison(numbered, sent -> sent.with(Headers.SOURCE, "/billing-svc"));
        poison(numbered, sent -> sent.with(Headers.SUBJECT, "another-shop"));
        injected += numbered.size();
        rig.deliver(log);
        rig.start(board);
        rig.awaitAnnounced();

        assertThat(quarantined())
                .isEqualTo(new TreeMap<>(Map.of(
                        "bound-broken",
                        4L,
                        "wrong-owner",
                        1L,
                        "unknown-type",
                        1L,
                        "bad-header",
                        6L,
                        "unknown-source",
                        1L,
                        "wrong-lane",
                        1L)));
        rig.assertExact(oracle, board, BusinessDay.of(Instant.now()));
        assertThat(open("quarantined")).isEqualTo(withNumber);
        assertThat(open("missing")).isEqualTo(numbered.size() - withNumber);

        oracle.countAll(numbered);
        rig.send(numbered);
        rig.awaitAnnounced();
        rig.assertExact(oracle, board, BusinessDay.of(Instant.now()));
        assertThat(rig.count("select count(*) from sequence_hole where closed_at is null"))
                .isZero();
    }

    @Test
    void oneThatLeavesNoRoomForTheReasonIsSetAsideByThePlaceItStoodAt() {
        var numbered = new ArrayList<Emitter.Sent>();
        poison(numbered, sent -> filled(sent.copy(null)));
        injected++;
        rig.deliver(log);
        rig.start(board);
        rig.awaitAnnounced();

        assertThat(quarantined()).isEqualTo(Map.of("bound-broken", 1L));
        var aside = rig.quarantined().getFirst();
        assertThat(aside.headers().lastHeader("filler")).isNull();
        assertThat(aside.headers().lastHeader(Headers.QUARANTINE_OFFSET).value())
                .isEqualTo(Emitter.bytes("1"));
        rig.assertExact(oracle, board, BusinessDay.of(Instant.now()));
    }

    /** As large as a producer sends a record. */
    private static ProducerRecord<byte[], byte[]> filled(ProducerRecord<byte[], byte[]> record) {
        int most = 1 << 20;
        record.headers().add("filler", new byte[0]);
        int size = AbstractRecords.estimateSizeInBytesUpperBound(
                RecordBatch.CURRENT_MAGIC_VALUE,
                CompressionType.NONE,
                record.key(),
                record.value(),
                record.headers().toArray());
        record.headers().remove("filler");
        record.headers().add("filler", new byte[most - size - 2]);
        return record;
    }

    @Test
    void anAmountThatWouldLeaveTheBoundsOfAWindowIsSetAsideAndTheShopGoesOn() {
        var tile = new Amounts();
        tile.add((short) 1, Amounts.MOST);
        plant("full-shop", tile);
        var paid = change(Measures.ORDER_PAID, 1);
        rig.send(List.of(
                logistics.emit("full-shop", Instant.now(), paid),
                logistics.emit("full-shop", Instant.now(), change(Measures.ORDER_PAID, -5)),
                logistics.emit("full-shop", Instant.now(), paid)));
        injected++;
        rig.start(board);
        rig.awaitAnnounced();
        assertThat(quarantined()).isEqualTo(Map.of("overflow", 1L));
        assertThat(rig.tiles().values()).containsExactly(Amounts.MOST - 4);
    }

    @Test
    void aSourceThatInventsMeasuresWithoutEndIsStoppedAtAThousand() {
        var sent = new ArrayList<Emitter.Sent>();
        for (int n = 0; n < 1_100; n++) {
            sent.add(logistics.emit("inventive", Instant.now(), change("parcel.kind-" + n, 1)));
        }
        injected += 100;
        rig.send(sent);
        rig.start(board);
        rig.awaitAnnounced();
        assertThat(quarantined()).isEqualTo(Map.of("too-many-measures", 100L));
        assertThat(rig.count("select count(*) from measure")).isEqualTo(1_000);
    }

    @Test
    void aMeasureThatNobodyOwnsBelongsToTheSourceThatCountsItFirst() {
        var first = logistics.emit("shop-a", Instant.now(), change("parcel.dented", 1));
        rig.start(board);
        rig.send(List.of(first));
        rig.awaitConsumed();
        var other = rig.emitter(Sources.AFTER_SALES, "6f1c0c3e-0003-4000-8000-000000000000-00000001");
        rig.send(List.of(other.emit("shop-a", Instant.now(), change("parcel.dented", 7))));
        injected++;
        rig.awaitAnnounced();
        assertThat(quarantined()).isEqualTo(Map.of("wrong-owner", 1L));
        assertThat(rig.tiles()).isEqualTo(oracle.count(first).tiles());
    }

    private interface Spoiled {
        ProducerRecord<byte[], byte[]> of(Emitter.Sent sent);
    }

    /** A good event before and after the bad one, in the same lane. */
    private void poison(List<Emitter.Sent> spoiled, Spoiled how) {
        var before = logistics.emit("shop-" + spoiled.size(), Instant.now(), change(Measures.ORDER_PAID, 1));
        String shop = before.event().orElseThrow().shopId();
        var bad = logistics.emit(shop, Instant.now(), change(Measures.ORDER_SIGNED, 2));
        var after = logistics.emit(shop, Instant.now(), change(Measures.ORDER_PAID, 3));
        oracle.count(before).count(after);
        spoiled.add(bad);
        log.addAll(List.of(before.record(), how.of(bad), after.record()));
    }

    private static Change change(String measure, long amount) {
        return new Change(Instant.now(), new TreeMap<>(Map.of(measure, amount)));
    }

    private static String changes(String measure, String amount) {
        return "{\"ref\":\"x\",\"changes\":[{\"anchoredAt\":\"" + Instant.now() + "\",\"measures\":{\"" + measure
                + "\":" + amount + "}}]}";
    }

    private void plant(String shop, Amounts tile) {
        rig.count(
                "with m as (insert into measure values (1, 'order.paid', '/logistics-svc') returning 1) select count(*) from m");
        var entries = new TileEntries();
        entries.add(shop, Days.of(Instant.now()), tile);
        rig.pool
                .preparedQuery("insert into tile_delta (lane, from_offset, tiles) values ($1, -1, $2)")
                .execute(Tuple.of((short) Lane.of(shop), Buffer.buffer(entries.bytes())))
                .await()
                .atMost(Rig.PATIENCE);
    }

    private long open(String reason) {
        return rig.count("select coalesce(sum(to_number - from_number + 1), 0)::bigint from sequence_hole"
                + " where closed_at is null and reason = '" + reason + "'");
    }

    private Map<String, Long> quarantined() {
        return new TreeMap<>(rig.quarantined().stream()
                .collect(groupingBy(
                        record -> new String(
                                record.headers()
                                        .lastHeader(Headers.QUARANTINE_REASON)
                                        .value(),
                                StandardCharsets.UTF_8),
                        counting())));
    }
}
