package org.shopscore.aggregator.score.metric;

import java.util.Optional;

/** A value that is shown and earns nothing; {@code raw} is empty without data. */
public record DiagnosticValue(String id, long n, Optional<Fraction> raw) {}
