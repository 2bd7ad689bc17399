package org.shopscore.aggregator.ingest.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.ingest.Rig;
import org.shopscore.aggregator.ingest.owner.LogRange;
import org.shopscore.metric.Sources;

/** What has not been read is known as soon as a partition is taken, before anything came of it. */
class BacklogTest {

    private static final int EMPTY = 3;
    private static final int FILLED = 4;

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aPartitionIsReadWhenItsLastRecordIsAndOneWithoutARecordFromTheBeginning() {
        var emitter = rig.emitter(Sources.LOGISTICS, "6f1c0c3e-0005-4000-8000-000000000000-00000001");
        rig.send(List.of(emitter.heartbeat(FILLED, Instant.now())));
        var taken = List.of(
                new TopicPartition(rig.settings.topic(), EMPTY), new TopicPartition(rig.settings.topic(), FILLED));
        try (var log = rig.settings.consumer()) {
            log.assign(taken);
            LogRange.read(log, taken);
            taken.forEach(partition -> log.seek(partition, 0));

            var backlog = new Backlog(log, rig.settings.topic());
            assertThat(backlog.isRead(EMPTY)).isTrue();
            assertThat(backlog.isRead(FILLED)).isFalse();
            assertThat(backlog.records(FILLED)).isEqualTo(1);

            Rig.await(
                    "the record is read",
                    () -> !log.poll(Duration.ofMillis(100)).isEmpty());
            assertThat(backlog.isRead(FILLED)).isTrue();
        }
    }
}
