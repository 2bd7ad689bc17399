/** A table of what is known of many shops, in as few bytes as it takes. */
package org.shopscore.aggregator.shop.table;
