package org.shopscore.aggregator.change.score;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What is told when a shop's official score changes; figures are decimal strings.
 *
 * @param stage     null, like all that follows it, where the shop has no official score any more
 * @param corrected whether a revision of a published day made the difference, and not a new day
 */
record OfficialChange(
        String shopId,
        LocalDate statDate,
        int revision,
        String policyVersion,
        @JsonInclude String stage,
        @JsonInclude String published,
        @JsonInclude String level,
        @JsonInclude String trafficWeight,
        boolean corrected) {

    static final String TYPE = "org.shopscore.official-score.v1";

    /** What of it is compared: all that a backend acts on. */
    record Standing(String stage, String published, String level, String trafficWeight) {

        boolean isAs(Standing other) {
            return Objects.equals(this, other);
        }
    }
}
