/** What this process knows of the shops whose partitions it owns, in as few bytes as it takes. */
package org.shopscore.aggregator.lookup.memory;
