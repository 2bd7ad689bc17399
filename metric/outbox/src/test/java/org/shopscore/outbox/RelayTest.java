package org.shopscore.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.shopscore.metric.Headers;
import org.shopscore.metric.Lane;
import org.shopscore.metric.OrderFacts;
import org.shopscore.metric.Topics;
import org.shopscore.platform.Await;
import org.shopscore.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(TallyingReader.class)
class RelayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String LATE = "/late-svc";

    /** A service of another name, so that a record says which relay sent it. */
    private record Late(String source, long maxBacklog, String aggregatorUrl) implements OutboxConfig {}

    @Inject
    Notes notes;

    @Inject
    Commands commands;

    @Inject
    Outbox outbox;

    @Inject
    Backlog backlog;

    @Inject
    Pool pool;

    @Inject
    Vertx vertx;

    private final String shop = "y-" + UUID.randomUUID();

    /** Comes before all others in the order of the lanes. */
    private final String absent = "absent-" + UUID.randomUUID();

    @Test
    void aLaneThatCannotBeWrittenKeepsNoOtherBackAndLaterGoesOnWhereItStopped() {
        execute("insert into outbox_lane (topic, lane) values ('%s', 0)".formatted(absent));
        try {
            Fill.lane(pool, new Leases.Held(absent, (short) 0), 2_500);
            await("select count(*) = 1 from outbox_lease where topic = '%s'".formatted(absent));

            commands.run(() -> notes.add(shop + "/n", shop, Duration.ofMillis(1), false))
                    .join();

            try (var log = new Log()) {
                var events = log.once(seen -> !Log.of(shop, seen).isEmpty());
                assertThat(Log.of(shop, events)).isNotEmpty();
            }
            PlatformResource.platform().createTopics(List.of(new NewTopic(absent, Lane.COUNT, (short) 1)));
            await("select count(*) = 0 from outbox where topic = '%s'".formatted(absent));
            assertThat(numbersSentTo(absent))
                    .isEqualTo(LongStream.rangeClosed(1, 2_500).boxed().toList());
        } finally {
            for (String table : List.of("outbox_lane", "outbox_lease", "outbox")) {
                execute("delete from %s where topic = '%s'".formatted(table, absent));
            }
        }
    }

    @Test
    void aRelayWhoseBrokersNameDoesNotResolveAtItsStartSendsOnceItDoes() throws InterruptedException {
        var facts = new OrderFacts(shop, "o-1", Notes.TIME, true, Optional.empty(), 1);
        var relay = new Relay(
                pool,
                new Bell(pool, vertx),
                new Heartbeats(pool, outbox),
                backlog,
                new Late(LATE, 1, ""),
                "broker.late:" + PlatformResource.platform().ports().kafka());
        relay.start(new StartupEvent());
        try {
            // The relay of the running application keeps its first lanes and gives up the last, those of the order
            // facts.
            await("""
                    select count(distinct holder) = 2 from outbox_lease
                     where until > now() and (topic, lane) in (('metric-events', 0), ('order-facts', %d))""".formatted(Lane.of(facts.key())));
            pool.withTransaction(connection -> outbox.append(connection, List.of(facts)))
                    .await()
                    .atMost(PATIENCE);
            outbox.ring();

            try (var log = new Log(Topics.ORDER_FACTS)) {
                var sent = log.once(seen -> seen.stream().anyMatch(this::isOfTheShop));
                assertThat(sent)
                        .filteredOn(this::isOfTheShop)
                        .extracting(record -> Log.header(record, Headers.SOURCE))
                        .contains(LATE);
            }
        } finally {
            relay.stop(new ShutdownEvent());
        }
    }

    private boolean isOfTheShop(ConsumerRecord<byte[], byte[]> record) {
        return shop.equals(Log.header(record, Headers.SUBJECT));
    }

    /** First occurrences, in the order of the log. */
    private static List<Long> numbersSentTo(String topic) {
        try (var log = new Log(topic)) {
            return log.toEnd().stream()
                    .map(record -> Long.valueOf(Log.header(record, Headers.SEQUENCE)))
                    .distinct()
                    .toList();
        }
    }

    private void await(String condition) {
        assertThat(Await.within(PATIENCE, () -> execute(condition)))
                .as(condition)
                .isTrue();
    }

    private boolean execute(String sql) {
        var rows = pool.query(sql).execute().await().atMost(PATIENCE).iterator();
        return rows.hasNext() && Boolean.TRUE.equals(rows.next().getBoolean(0));
    }
}
