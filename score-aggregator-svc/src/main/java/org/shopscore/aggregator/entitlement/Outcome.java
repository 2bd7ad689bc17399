package org.shopscore.aggregator.entitlement;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether a shop holds one entitlement on a day, without the findings of a {@link Judgement}.
 *
 * @param since         the day from whose score on it is held; empty when it is not
 * @param isRecommended whether a reviewer is advised to act
 */
public record Outcome(String code, Optional<LocalDate> since, Judgement.Why why, boolean isRecommended) {}
