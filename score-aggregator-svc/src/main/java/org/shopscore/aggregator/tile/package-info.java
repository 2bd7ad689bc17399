/** What a shop's measures amount to on each business day, as stored in PostgreSQL. */
package org.shopscore.aggregator.tile;
