package org.shopscore.aggregator.ingest.day;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.shopscore.aggregator.ingest.lane.LaneState;
import org.shopscore.aggregator.score.window.StatDay;

/**
 * The records of a poll, cut where a day's inputs have to be frozen before the next record is applied.
 *
 * @param due partitions to be frozen for their next day between the two
 */
public record Cut(ConsumerRecords<byte[], byte[]> before, List<LaneState> due, ConsumerRecords<byte[], byte[]> after) {

    public static Cut of(ConsumerRecords<byte[], byte[]> records, Map<Integer, LaneState> lanes) {
        var before = new HashMap<TopicPartition, List<ConsumerRecord<byte[], byte[]>>>();
        var after = new HashMap<TopicPartition, List<ConsumerRecord<byte[], byte[]>>>();
        var due = new ArrayList<LaneState>();
        for (TopicPartition partition : records.partitions()) {
            var all = records.records(partition);
            LaneState lane = lanes.get(partition.partition());
            int first = lane == null ? all.size() : firstKnownTooLate(all, lane);
            if (first > 0) {
                before.put(partition, all.subList(0, first));
            }
            if (first < all.size()) {
                due.add(lane);
                after.put(partition, all.subList(first, all.size()));
            }
        }
        return new Cut(new ConsumerRecords<>(before, Map.of()), due, new ConsumerRecords<>(after, Map.of()));
    }

    /** Records that are in the tiles already say nothing of when to freeze them. */
    private static int firstKnownTooLate(List<ConsumerRecord<byte[], byte[]>> records, LaneState lane) {
        long cutoff = StatDay.cutoff(lane.frozen().next()).toEpochMilli();
        int at = 0;
        while (at < records.size()
                && (records.get(at).timestamp() < cutoff || records.get(at).offset() < lane.nextOffset())) {
            at++;
        }
        return at;
    }
}
