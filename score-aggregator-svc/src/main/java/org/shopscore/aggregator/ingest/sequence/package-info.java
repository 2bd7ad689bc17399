/** Which numbers of each life of a source have come on a lane, and which have not. Pure. */
package org.shopscore.aggregator.ingest.sequence;
