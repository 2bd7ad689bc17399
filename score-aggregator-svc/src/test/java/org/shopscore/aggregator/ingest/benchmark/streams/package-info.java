/**
 * The opponent: what the ingest does, as a Kafka Streams topology that somebody has tuned who knows both well. Public interfaces of
 * Kafka Streams alone; the score by the product's own engine.
 *
 * <p>What makes it as fast as it is: shops are kept as arrays in memory and read from the store only at a start; the store is a hash
 * table and holds one small value for each shop and day, which goes to the changelog at once (through Kafka Streams' cache, which sorts its
 * keys and walks through the headers of each record, an event costs half as much again); headers are taken by their place and never
 * become strings; the data is scanned by hand and nothing in it is checked; a shop that changes often is scored once in a while, not each time.
 */
package org.shopscore.aggregator.ingest.benchmark.streams;
