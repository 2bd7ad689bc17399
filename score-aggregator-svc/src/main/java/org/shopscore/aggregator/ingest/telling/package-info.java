/** What has been committed is told: this process at once, all others in rounds, and the group how far. */
package org.shopscore.aggregator.ingest.telling;
