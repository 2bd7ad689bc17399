package org.shopscore.aggregator.entitlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Whether a shop holds one entitlement on a day.
 *
 * @param since         the day from whose score on it is held; empty when it is not
 * @param findings      what was found of the days, those of {@code revoke} where that decided
 * @param isRecommended whether a reviewer is advised to act
 */
public record Judgement(
        String code,
        boolean isHeld,
        Optional<LocalDate> since,
        Why why,
        List<Finding> findings,
        boolean isRecommended) {

    /** What decided. */
    public enum Why {
        GRANTED,
        NOT_GRANTED,
        KEPT,
        REVOKED,
        /** A review that the days as they are now would close, and that none but a later day may close. */
        NOT_YET,
        /** The day has no score because a feed is late: nothing is granted or taken on it. */
        WITHHELD,
        /** It is judged on another day of the month. */
        NOT_TODAY,
        PERSONAL_SHOP,
        PERSONAL_SHOP_TOO_YOUNG
    }

    public Judgement {
        findings = List.copyOf(findings);
    }

    /** What explains the outcome: that which failed, or all of it. */
    public List<Finding> decisive() {
        return Finding.all(findings)
                ? findings
                : findings.stream().filter(finding -> !finding.holds()).toList();
    }
}
