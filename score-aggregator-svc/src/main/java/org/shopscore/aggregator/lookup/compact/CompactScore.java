package org.shopscore.aggregator.lookup.compact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.shopscore.aggregator.official.Official;

/**
 * What a platform backend acts on.
 *
 * @param policyVersion of the provisional score
 * @param official      the newest published score, which alone has consequences
 * @param provisional   empty where no store that knows it answers
 * @param asOf          when the provisional score's sums were taken
 */
public record CompactScore(
        String shopId,
        String policyVersion,
        Optional<Official> official,
        Optional<Provisional> provisional,
        Optional<Instant> asOf) {

    /**
     * The score of the window up to now.
     *
     * @param published null, like level, in the stages NONE and WITHHELD
     * @param to        the last day of its window
     * @param version   grows with each change; empty where the sums come from the tiles
     */
    public record Provisional(String stage, String published, String level, LocalDate to, Optional<String> version) {}
}
