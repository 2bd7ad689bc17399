/** What lookups learn of ingest, and what all others are told of it: Redis, and who follows score-changes. */
package org.shopscore.aggregator.lookup.telling;
