/** What the records of one poll would change, tried beside the memory of their partitions and merged into it once it is committed. */
package org.shopscore.aggregator.ingest.draft;
