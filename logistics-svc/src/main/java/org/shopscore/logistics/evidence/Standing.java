package org.shopscore.logistics.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a fact stands in a measure.
 *
 * @param at      the instant whose business day it counts for, or would
 * @param amount  what it adds, in the measure's unit
 * @param because what led to it: flags of an order, ids of disruptions
 * @param dueAt   until when it was in time, where something was due
 * @param doneAt  when it was done, as far as anyone reported
 */
public record Standing(
        Instant at, long amount, Why why, List<String> because, Optional<Instant> dueAt, Optional<Instant> doneAt) {

    public Standing {
        because = List.copyOf(because);
    }

    public static Standing of(Instant at, Why why, List<String> because) {
        return new Standing(at, 0, why, because, Optional.empty(), Optional.empty());
    }

    /** The same, adding this: what adds something is counted, whatever else there is to say of it. */
    public Standing adding(long added) {
        return new Standing(at, added, added == 0 ? why : Why.COUNTED, added == 0 ? because : List.of(), dueAt, doneAt);
    }

    public Standing due(Instant due, Optional<Instant> done) {
        return new Standing(at, amount, why, because, Optional.of(due), done);
    }

    boolean isCounted() {
        return why == Why.COUNTED;
    }
}
