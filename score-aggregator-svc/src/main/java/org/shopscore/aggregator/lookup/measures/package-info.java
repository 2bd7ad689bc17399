/** What was counted of a shop, day by day. */
package org.shopscore.aggregator.lookup.measures;
