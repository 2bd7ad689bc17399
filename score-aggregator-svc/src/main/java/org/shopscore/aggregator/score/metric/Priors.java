package org.shopscore.aggregator.score.metric;

import java.util.Optional;

/** What small samples are padded with: the category's average of each metric, numerators over denominators (rules.md 5.6). */
@FunctionalInterface
public interface Priors {

    /** No category average is known: the policy's own priors hold. */
    Priors DEFAULT = _ -> Optional.empty();

    /** @return the raw ratio, not in percent; empty for the policy's {@code defaultPrior} */
    Optional<Fraction> of(String metricId);
}
