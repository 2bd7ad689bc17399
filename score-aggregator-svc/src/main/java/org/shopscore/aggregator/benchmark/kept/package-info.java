/** Benchmarks as they are stored and shown. */
package org.shopscore.aggregator.benchmark.kept;
