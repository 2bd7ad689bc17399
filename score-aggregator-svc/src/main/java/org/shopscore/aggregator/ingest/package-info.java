/**
 * From the log into day tiles: every event counted once, whatever is repeated, lost, late, or crashes in between (design.md section 4).
 *
 * <p>Read {@link org.shopscore.aggregator.ingest.IngestLoop} first: each of its steps is a package below.
 */
package org.shopscore.aggregator.ingest;
