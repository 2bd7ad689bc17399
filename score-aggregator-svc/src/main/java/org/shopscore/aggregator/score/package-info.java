/** The exact score: sums of measures in, points out. Pure, and without floating point. */
package org.shopscore.aggregator.score;
