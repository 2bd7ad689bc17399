/** Corrected scores beside those that were published: which days a late fact moves, and what they become. */
package org.shopscore.aggregator.official.revision;
