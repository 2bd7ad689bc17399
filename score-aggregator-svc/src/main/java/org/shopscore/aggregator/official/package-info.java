/** The official score of a day: frozen inputs, one run, published at once, revised beside, recomputed at will. */
package org.shopscore.aggregator.official;
