package org.shopscore.outbox;

import java.util.List;
import java.util.Map;
import org.shopscore.metric.SequenceRange;

/**
 * What the aggregator holds of a source in one lane, as of one instant.
 *
 * @param positions incarnation to the last number applied
 * @param holes     numbers below it that have not been applied
 * @param missing   how many of the holes may be losses; numbers before a promoted database's first one were given in its earlier life
 */
record AggregatorLane(Map<String, Long> positions, List<SequenceRange> holes, int missing, Tally tally) {

    long position(String incarnation) {
        return positions.getOrDefault(incarnation, 0L);
    }
}
