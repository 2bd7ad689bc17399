package org.shopscore.aggregator.score.shop;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How complete the measures of one partition's shops are.
 *
 * @param rolledTo      the day whose window all shops of the partition have been scored for: a shop that was last scored for an
 *                      earlier day has the same sums on this one
 * @param completeUntil by source, the instant that its heartbeats prove completeness up to; a source without proof is absent
 * @param reasons       why the shops must be shown as incomplete, e.g. {@code "3 events of /logistics-svc are missing"}; empty when
 *                      nothing is known to be missing
 */
public record FeedState(LocalDate rolledTo, SortedMap<String, Instant> completeUntil, List<String> reasons) {

    public FeedState {
        completeUntil = Collections.unmodifiableSortedMap(new TreeMap<>(completeUntil));
        reasons = List.copyOf(reasons);
    }
}
