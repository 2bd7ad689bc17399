/** What one shop's measures amount to on each business day. */
package org.shopscore.aggregator.tile.shop;
