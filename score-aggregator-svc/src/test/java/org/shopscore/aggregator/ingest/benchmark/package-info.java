/**
 * What the ingest of the packaged service costs, beside the same job as a Kafka Streams topology, both as processes of their own
 * on real stores; and how soon a fact is seen in a score. The load is made twice from one seed: once for the log, once for what
 * must come out.
 */
package org.shopscore.aggregator.ingest.benchmark;
