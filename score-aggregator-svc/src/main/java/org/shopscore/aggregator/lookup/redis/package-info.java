/** What Redis holds of the shops, for the processes that do not own them. */
package org.shopscore.aggregator.lookup.redis;
