package org.shopscore.aggregator.whatif.ways;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.shopscore.aggregator.score.window.WindowSums;

/**
 * What one fact of a kind does to the measures of a metric or of a bonus.
 *
 * @param id      of the metric, the code of the bonus
 * @param amounts that one such fact adds
 * @param most    how many there can be; empty without a bound
 * @param countsInDays in how many days one that came now would count
 */
public record Effect(String id, Kind kind, Map<String, Long> amounts, Most most, int countsInDays) {

    public enum Kind {
        /** One more fact, as good as it can be: a buyer answered in time, a rating of five stars. */
        MORE_GOOD,
        /** One more fact, as bad as it can be. */
        MORE_BAD,
        /** A fact of the window that went as badly as it can had gone well. */
        BAD_TURNED_GOOD
    }

    /** How many facts of the kind the sums leave room for. */
    public interface Most {
        OptionalLong of(WindowSums sums);

        Most UNBOUNDED = _ -> OptionalLong.empty();
    }

    /** Absent where it counts at once. */
    public Optional<Integer> delay() {
        return Optional.of(countsInDays).filter(days -> days > 0);
    }

    public Effect {
        amounts = Map.copyOf(amounts);
    }
}
