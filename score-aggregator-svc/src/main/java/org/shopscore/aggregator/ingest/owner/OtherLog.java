package org.shopscore.aggregator.ingest.owner;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.database.Awaited;
import org.shopscore.aggregator.ingest.lane.LaneState;

/** Recognises a log that is not the one that was read: its topic was made anew, or its end was lost. That is read from its beginning. */
final class OtherLog {

    private static final Logger LOG = Logger.getLogger(OtherLog.class);

    private final LogId logId;
    private final Partitions partitions;
    private boolean wentBack;

    OtherLog(LogId logId, Partitions partitions) {
        this.logId = logId;
        this.partitions = partitions;
    }

    /** Of the log as it is now. */
    UUID id() {
        return logId.read();
    }

    /**
     * With one partition all of the topic are of another log.
     *
     * @param id  read before they were taken
     * @param log what the broker has of each
     * @return the partitions as they are to be read
     */
    List<LaneState.Taken> settled(List<LaneState.Taken> taken, UUID id, Map<Integer, LogRange> log) {
        boolean isOther = wentBack
                || taken.stream()
                        .anyMatch(one -> !one.logId().equals(id)
                                || log.get(one.partition()).isShorterThan(one.nextOffset()));
        var settled = isOther
                ? taken.stream()
                        .map(one -> fromTheBeginning(one, id, log.get(one.partition())))
                        .toList()
                : taken;
        wentBack = false;
        return settled;
    }

    private LaneState.Taken fromTheBeginning(LaneState.Taken taken, UUID id, LogRange log) {
        LOG.errorf(
                "The log was made anew and is read from its beginning: partition=%d first=%d end=%d read=%d id=%s before=%s",
                taken.partition(), log.first(), log.end(), taken.nextOffset(), id, taken.logId());
        return Awaited.of(partitions.ofAnewLog(taken.of(id, log.first())));
    }

    /** @throws IllegalStateException when a partition goes back */
    void requireOnward(ConsumerRecords<byte[], byte[]> records, Map<Integer, LaneState> lanes) {
        for (TopicPartition partition : records.partitions()) {
            LaneState lane = lanes.get(partition.partition());
            if (lane != null && records.records(partition).getFirst().offset() < lane.position()) {
                wentBack = true;
                throw new IllegalStateException("the log goes back, in partition " + partition.partition());
            }
        }
    }
}
