package org.shopscore.aggregator.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What has to be true of a shop's official days (rules.md 5.8). Days end on the one that is judged. A subject is {@code total},
 * {@code growth}, a dimension or a metric.
 */
public sealed interface Predicate {

    /** So many days a predicate may look back over, and an outcome may hang on. */
    int FARTHEST = 800;

    /** The day itself. */
    record Latest(String subject, Bound bound) implements Predicate {}

    /** The exact mean of the days that have a score, which must be at least half of them. */
    record Mean(int days, String subject, Bound bound) implements Predicate {}

    /** @param maxPadding of each day's score that is not the shop's own */
    record EveryDay(int days, String subject, Bound bound, Optional<BigDecimal> maxPadding) implements Predicate {}

    /** The other predicate holds on each of so many days in a row. */
    record BelowRun(int days, Predicate of) implements Predicate {}

    /** No verdict that the policy calls severe counts in the window of the day. */
    record NoSevereViolation() implements Predicate {}

    record All(List<Predicate> parts) implements Predicate {

        public All {
            parts = List.copyOf(parts);
        }
    }

    /** How many days it looks back over, the judged one included. */
    default int depth() {
        return switch (this) {
            case Latest _, NoSevereViolation _ -> 1;
            case Mean mean -> mean.days();
            case EveryDay every -> every.days();
            case BelowRun run -> run.days() + run.of().depth() - 1;
            case All all ->
                all.parts().stream().mapToInt(Predicate::depth).max().orElse(1);
        };
    }

    /** What it looks at, besides the total. */
    default List<String> subjects() {
        return switch (this) {
            case Latest latest -> List.of(latest.subject());
            case Mean mean -> List.of(mean.subject());
            case EveryDay every -> List.of(every.subject());
            case BelowRun run -> run.of().subjects();
            case NoSevereViolation _ -> List.of();
            case All all ->
                all.parts().stream().flatMap(part -> part.subjects().stream()).toList();
        };
    }
}
