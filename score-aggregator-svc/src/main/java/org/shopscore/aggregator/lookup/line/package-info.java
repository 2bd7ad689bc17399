/** Compact scores of the shops in memory, written once and answered until something they are made of changes. */
package org.shopscore.aggregator.lookup.line;
