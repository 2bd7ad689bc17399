package org.shopscore.aggregator.policy.metric;

/** A ratio that is computed and shown, and earns nothing. */
public record Diagnostic(String id, Ratio ratio) {}
