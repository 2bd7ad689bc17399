package org.shopscore.aggregator.entitlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * The days of one shop, as far as they count.
 *
 * @param stages whose scores count
 */
record Counted(OfficialDays days, Set<String> stages) {

    LocalDate statDate() {
        return days.statDate();
    }

    Optional<BigDecimal> points(LocalDate day, String subject) {
        return days.points(day, subject, stages);
    }

    boolean isScored(LocalDate day) {
        return points(day, "total").isPresent();
    }

    /** Whether the growth score stands for everything. */
    boolean isGrowing(LocalDate day) {
        return stages.contains(ScoredDay.GROWTH)
                && days.on(day)
                        .filter(scored -> scored.stage().equals(ScoredDay.GROWTH))
                        .isPresent();
    }

    boolean isWithoutSevereViolation(LocalDate day) {
        return days.on(day).filter(scored -> !scored.isSevere()).isPresent();
    }

    boolean isPaddedMore(LocalDate day, BigDecimal most) {
        return days.on(day)
                .filter(scored -> scored.padding().compareTo(most) > 0)
                .isPresent();
    }
}
