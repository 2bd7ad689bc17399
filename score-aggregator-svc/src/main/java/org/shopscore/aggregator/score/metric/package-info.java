/** One metric: its exact value, padded where cases are few, and its points on the curve. Pure. */
package org.shopscore.aggregator.score.metric;
