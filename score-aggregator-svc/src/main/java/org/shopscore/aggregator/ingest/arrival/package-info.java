/** What a record of the log says, or why it cannot be counted and is set aside. */
package org.shopscore.aggregator.ingest.arrival;
