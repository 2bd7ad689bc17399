/** The transaction of a poll: the fence first, then tiles, positions and holes. */
package org.shopscore.aggregator.ingest.commit;
