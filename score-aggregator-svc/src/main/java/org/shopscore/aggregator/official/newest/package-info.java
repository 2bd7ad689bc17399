/** The newest official score of each shop in memory, for lookups. */
package org.shopscore.aggregator.official.newest;
