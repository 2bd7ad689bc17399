package org.shopscore.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.shopscore.metric.EventJson;
import org.shopscore.metric.Headers;
import org.shopscore.metric.Lane;
import org.shopscore.metric.Notification;
import org.shopscore.metric.Topics;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(TallyingReader.class)
class OutboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    @Inject
    Notes notes;

    @Inject
    Outbox outbox;

    @Inject
    Recount recount;

    @Inject
    Pool pool;

    @Inject
    Commands commands;

    private final String shop = "s-" + UUID.randomUUID();

    @Test
    void whatIsCommittedReachesTheLogAsACloudEventOfTheContract() {
        add("订单-1", AT_ONCE, false).join();

        var event = sent(1).getFirst();

        assertThat(event.partition()).isEqualTo(Lane.of(shop));
        assertThat(new String(event.key(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(shop);
        assertThat(Log.header(event, Headers.SPEC_VERSION)).isEqualTo("1.0");
        assertThat(Log.header(event, Headers.SOURCE)).isEqualTo("/logistics-svc");
        assertThat(Log.header(event, Headers.PARTITION_KEY)).isEqualTo(shop);
        assertThat(Log.header(event, Headers.TIME)).isEqualTo(Notes.TIME.toString());
        assertThat(Log.header(event, Headers.INCARNATION)).matches("[0-9a-f-]{36}-[0-9A-F]{8}");
        assertThat(UUID.fromString(Log.header(event, Headers.ID)).version()).isEqualTo(7);
        assertThat(Log.header(event, Headers.CONTENT_TYPE)).isEqualTo("application/json");
        assertThat(EventJson.readEvent(shop, Notes.TIME, event.value()).ref()).isEqualTo("note/" + id("订单-1"));
    }

    @Test
    void aMessageToABuyerTravelsInTheLaneOfItsOrderNumberedFromOneAndWithoutHeartbeats() {
        var message = new Notification(
                UUID.randomUUID(), shop, "订单-1", Optional.empty(), "SIGNED", Notes.TIME, "SMS", "zh-CN", "您的订单已签收");
        pool.withTransaction(connection -> outbox.append(connection, List.of(message)))
                .await()
                .atMost(PATIENCE);
        outbox.ring();

        try (var log = new Log(Topics.NOTIFICATIONS)) {
            var sent = log.once(seen -> !seen.isEmpty());
            assertThat(sent).singleElement().satisfies(record -> {
                assertThat(record.partition()).isEqualTo(Lane.of(shop + "/订单-1"));
                assertThat(Log.header(record, Headers.TYPE)).isEqualTo(Notification.TYPE);
                assertThat(Log.header(record, Headers.SUBJECT)).isEqualTo(shop);
                assertThat(Log.header(record, Headers.SEQUENCE)).isEqualTo("1");
                assertThat(EventJson.readNotification(record.value())).isEqualTo(message);
            });
        }
    }

    @Test
    void numbersAreContiguousAndInCommitOrderWhateverIsRolledBackOrLate() {
        var random = new Random(3);
        var commands = new ArrayList<CompletableFuture<Void>>();
        int committed = 0;
        for (int i = 0; i < 120; i++) {
            boolean fails = random.nextInt(3) == 0;
            committed += fails ? 0 : 1;
            commands.add(add("n-" + i, Duration.ofMillis(1 + random.nextInt(40)), fails));
        }
        commands.forEach(command -> command.handle((_, _) -> null).join());

        var events = sent(committed);

        assertThat(events).hasSize(committed);
        assertThat(refs(events)).hasSize(committed);
        var lane = onLane(Lane.of(shop));
        assertThat(lane)
                .isEqualTo(LongStream.rangeClosed(1, lane.size()).boxed().toList());
    }

    @Test
    void aRolledBackCommandLeavesNoRowAndNoNumber() {
        boolean isGivenBack = givesNumberBack("lost");

        // A heartbeat may take a number meanwhile, once in half a minute: then not a second time.
        assertThat(isGivenBack || givesNumberBack("lost-again")).isTrue();
        assertThat(count("select count(*) from note where shop = '" + shop + "'"))
                .isZero();
        assertThat(count("select count(*) from outbox where subject = '" + shop + "'"))
                .isZero();
    }

    private boolean givesNumberBack(String name) {
        long before = last();
        assertThat(add(name, AT_ONCE, true)
                        .handle((_, failure) -> failure != null)
                        .join())
                .isTrue();
        return last() == before;
    }

    @Test
    void aCommitReachesTheBrokerWellBeforeTheNextPoll() {
        add("warm", AT_ONCE, false).join();
        sent(1);
        var millis = new ArrayList<Long>();
        for (int i = 1; i <= 30; i++) {
            add("quick-" + i, AT_ONCE, false).join();
            long committed = System.currentTimeMillis();
            millis.add(Math.max(0, sent(i + 1).getLast().timestamp() - committed));
        }
        millis.sort(null);

        System.out.printf("commit to broker over 30 commits: p50 %d ms, max %d ms%n", millis.get(15), millis.getLast());
        assertThat(millis.get(15)).isLessThan(200);
    }

    @Test
    void nothingIsLostWhenTheBrokerIsGoneForLongerThanTheProducerWaits() {
        var kafka = PlatformResource.platform().kafka();
        kafka.pause();
        for (int i = 0; i < 20; i++) {
            add("dark-" + i, AT_ONCE, false).join();
        }
        // The producer gives up after 10 s; a row deleted before the acknowledgement would be gone by then.
        await(() -> count("select count(*) from outbox where subject = '" + shop
                        + "' and appended_at < clock_timestamp() - interval '14 seconds'")
                == 20);
        kafka.kill();
        kafka.start();

        assertThat(refs(sent(20))).hasSize(20);
        await(() -> count("select count(*) from outbox where subject = '" + shop + "'") == 0);
    }

    @Test
    void aRecountSendsWhatTodaysFunctionSaysMoreAndNothingTheSecondTime() {
        add("old", AT_ONCE, false).join();

        assertThat(recount.run().corrected()).isPositive();
        var events = sent(2);
        var second = EventJson.readEvent(
                shop, Notes.TIME.plusSeconds(60), events.getLast().value());

        assertThat(second.reason()).contains("recount");
        assertThat(second.changes().getFirst().measures()).containsEntry("order.paid", 1L);
        assertThat(recount.run().corrected()).isZero();
    }

    private CompletableFuture<Void> add(String name, Duration busy, boolean thenFails) {
        return commands.run(() -> notes.add(id(name), shop, busy, thenFails));
    }

    private String id(String name) {
        return shop + "/" + name;
    }

    private List<ConsumerRecord<byte[], byte[]>> sent(int atLeast) {
        try (var log = new Log()) {
            return Log.of(shop, log.once(seen -> Log.of(shop, seen).size() >= atLeast));
        }
    }

    private static Set<String> refs(List<ConsumerRecord<byte[], byte[]>> events) {
        var refs = new HashSet<String>();
        events.forEach(event -> refs.add(new String(event.value(), java.nio.charset.StandardCharsets.UTF_8)));
        return refs;
    }

    /** First occurrences of the numbers on the lane, heartbeats among them, in the order of the log. */
    private List<Long> onLane(int lane) {
        try (var log = new Log()) {
            long last = last();
            var numbers = new java.util.LinkedHashSet<Long>();
            log.once(seen -> {
                seen.stream()
                        .filter(event -> event.partition() == lane)
                        .forEach(event -> numbers.add(Long.valueOf(Log.header(event, Headers.SEQUENCE))));
                return numbers.contains(last);
            });
            return List.copyOf(numbers);
        }
    }

    private long last() {
        return count("select last from outbox_lane where topic = 'metric-events' and lane = " + Lane.of(shop));
    }

    private long count(String sql) {
        return pool.query(sql)
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }

    private static void await(Supplier<Boolean> condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.get() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(condition.get()).isTrue();
    }
}
