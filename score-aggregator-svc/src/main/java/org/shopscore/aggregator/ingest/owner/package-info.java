/** Who owns which partition: taken under a higher epoch, read, given away; and whether the log is still the one that it was read from. */
package org.shopscore.aggregator.ingest.owner;
