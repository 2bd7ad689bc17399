/** The short forms of a score, JSON and binary: what ranking and campaigns read many of. */
package org.shopscore.aggregator.lookup.compact;
