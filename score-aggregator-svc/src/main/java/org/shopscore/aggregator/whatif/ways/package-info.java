/** The cheapest ways to a score: what one fact of each kind does, and how many of them it takes. Pure. */
package org.shopscore.aggregator.whatif.ways;
