package org.shopscore.aggregator.ingest.owner;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.shopscore.aggregator.database.Awaited;
import org.shopscore.aggregator.ingest.lane.LaneShops;
import org.shopscore.aggregator.ingest.lane.LaneState;
import org.shopscore.aggregator.ingest.lane.Window;
import org.shopscore.aggregator.ingest.telling.Announcer;
import org.shopscore.aggregator.tile.Counting;
import org.shopscore.metric.BusinessDay;

/** The partitions this process owns, with their memory. A partition is read only between its taking and its dropping. */
public final class OwnedLanes implements ConsumerRebalanceListener {

    private static final Logger LOG = Logger.getLogger(OwnedLanes.class);

    private final Consumer<byte[], byte[]> consumer;
    private final String topic;
    private final OtherLog otherLog;
    private final Partitions partitions;
    private final WantedMaturing wanted;
    private final Announcer announcer;
    private final Clock clock;
    private final Map<Integer, LaneState> lanes = new HashMap<>();
    private final GroupOffsets groupOffsets;

    public OwnedLanes(
            Consumer<byte[], byte[]> consumer,
            String topic,
            LogId logId,
            Partitions partitions,
            WantedMaturing wanted,
            Announcer announcer,
            Clock clock) {
        this.consumer = consumer;
        this.topic = topic;
        this.otherLog = new OtherLog(logId, partitions);
        this.partitions = partitions;
        this.wanted = wanted;
        this.announcer = announcer;
        this.clock = clock;
        groupOffsets = new GroupOffsets(consumer, topic);
    }

    public void join() {
        consumer.subscribe(List.of(topic), this);
    }

    public Map<Integer, LaneState> lanes() {
        return lanes;
    }

    public boolean takenAll() {
        return lanes.size() == consumer.assignment().size();
    }

    /** Takes what is assigned and not owned yet. */
    public void take() {
        Set<TopicPartition> missing = new HashSet<>(consumer.assignment());
        missing.removeIf(partition -> lanes.containsKey(partition.partition()));
        if (missing.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        UUID id = otherLog.id();
        var taken = Awaited.of(
                partitions.take(missing.stream().map(TopicPartition::partition).toList(), id, now));
        var log = LogRange.read(consumer, missing);
        var counting = Window.endingOn(BusinessDay.of(now)).counting(Awaited.of(wanted.now()));
        for (LaneState.Taken one : otherLog.settled(taken, id, log)) {
            var shops = Awaited.of(partitions.shops(one.partition(), counting));
            begin(one, shops, log.get(one.partition()), counting);
        }
        LOG.infof("Took partitions: %s", lanes.keySet());
    }

    /** @throws IllegalStateException when a partition goes back */
    public void requireOnward(ConsumerRecords<byte[], byte[]> records) {
        otherLog.requireOnward(records, lanes);
    }

    private void begin(LaneState.Taken taken, LaneShops shops, LogRange log, Counting counting) {
        long start = log.start(taken.nextOffset());
        var topicPartition = topicPartition(taken.partition());
        consumer.seek(topicPartition, start);
        var lane = new LaneState(taken, shops, start, taken.nextOffset(), counting);
        lanes.put(taken.partition(), lane);
        if (taken.tellAll()) {
            lane.tellAgain(announcer.known(taken.partition()));
        } else { // the group's offset may be one of another log where every shop is told again
            log.groupOffset().ifPresent(offset -> groupOffsets.known(taken.partition(), offset));
        }
        consumer.resume(List.of(topicPartition));
    }

    /** Tells the group how far everything is announced. */
    public void commitOffsets() {
        groupOffsets.commit(lanes.values());
    }

    public void commitOffsetsNow() {
        groupOffsets.commitNow(lanes.values());
    }

    /**
     * Forgets all that is in memory: it may not be what is in the database. What was announced goes on standing: nobody else may
     * change it as long as the partitions are not given away.
     */
    public void dropAll() {
        drop(consumer.assignment());
        drop(all());
        consumer.pause(consumer.assignment());
    }

    /** The partitions are, or may be, somebody else's. */
    public void giveAwayAll() {
        giveAway(consumer.assignment());
        giveAway(all());
        consumer.pause(consumer.assignment());
    }

    private List<TopicPartition> all() {
        return lanes.keySet().stream().map(this::topicPartition).toList();
    }

    private void giveAway(Collection<TopicPartition> partitions) {
        drop(partitions);
        partitions.forEach(partition -> announcer.forget(partition.partition()));
    }

    private void drop(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            LaneState lane = lanes.remove(partition.partition());
            if (lane != null) {
                lane.disown();
            }
            groupOffsets.forget(partition.partition());
        }
    }

    /** Leaves the group and comes back, so that the group decides who owns what. */
    public void rejoin() {
        consumer.unsubscribe();
        join();
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        consumer.pause(assigned);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        commitOffsetsNow();
        giveAway(revoked);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> lost) {
        giveAway(lost);
    }

    private TopicPartition topicPartition(int partition) {
        return new TopicPartition(topic, partition);
    }
}
