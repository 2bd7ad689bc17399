/** A partition in memory: the sums of its shops, the numbers that have come, what is not told yet. It changes after the confirmed commit alone. */
package org.shopscore.aggregator.ingest.lane;
