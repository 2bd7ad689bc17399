/**
 * How tiles are stored: what each poll adds as one row of a lane, folded now and then into pages, which hold the tiles of many shops
 * on one day. What a shop has on a day is its tile in the page plus what the rows not yet folded add to it.
 */
package org.shopscore.aggregator.tile.page;
