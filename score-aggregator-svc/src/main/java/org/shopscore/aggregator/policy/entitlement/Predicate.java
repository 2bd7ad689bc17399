package org.shopscore.aggregator.policy.entitlement;

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

    /** As which each month is counted: how far a predicate looks back does not depend on the season. */
    int LONGEST_MONTH = 31;

    /** The day itself. */
    record Latest(String subject, Bound bound) implements Predicate {}

    /** The exact mean of the days that have a score, which must be at least half of them. */
    record Mean(int days, String subject, Bound bound) implements Predicate {}

    /** @param maxPadding of each day's score that is not the shop's own */
    record EveryDay(int days, String subject, Bound bound, Optional<BigDecimal> maxPadding) implements Predicate {}

    /** The other predicate holds on each of so many days in a row. */
    record BelowRun(int days, Predicate of) implements Predicate {

        public BelowRun {
            refuseMonths(of);
        }
    }

    /** So many of the newest complete months pass: each by its last day, on which there is a score and the other predicate holds. */
    record Passes(int months, int ofMonths, Predicate of) implements Predicate {

        public Passes {
            if (months < 1 || months > ofMonths) {
                throw new IllegalArgumentException(
                        "months to pass must be 1 to %d, was %d".formatted(ofMonths, months));
            }
            refuseMonths(of);
        }
    }

    /** No verdict that the policy calls severe counts in the window of the day. */
    record NoSevereViolation() implements Predicate {}

    record All(List<Predicate> parts) implements Predicate {

        public All {
            parts = List.copyOf(parts);
        }
    }

    private static void refuseMonths(Predicate of) {
        if (of.isOfMonths()) {
            throw new IllegalArgumentException("months must not be asked for on each of several days, was " + of);
        }
    }

    private boolean isOfMonths() {
        return switch (this) {
            case Latest _, Mean _, EveryDay _, BelowRun _, NoSevereViolation _ -> false;
            case Passes _ -> true;
            case All all -> all.parts().stream().anyMatch(Predicate::isOfMonths);
        };
    }

    /** How many days it looks back over, the judged one included. */
    default int depth() {
        return switch (this) {
            case Latest _, NoSevereViolation _ -> 1;
            case Mean mean -> mean.days();
            case EveryDay every -> every.days();
            case BelowRun run -> run.days() + run.of().depth() - 1;
            case Passes passes ->
                passes.ofMonths() * LONGEST_MONTH + passes.of().depth() - 1;
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
            case Passes passes -> passes.of().subjects();
            case NoSevereViolation _ -> List.of();
            case All all ->
                all.parts().stream().flatMap(part -> part.subjects().stream()).toList();
        };
    }
}
