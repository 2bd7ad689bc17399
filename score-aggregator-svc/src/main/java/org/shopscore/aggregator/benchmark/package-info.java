/** How the shops of a category did on a day: sums and histograms that a revised score can leave again. Pure. */
package org.shopscore.aggregator.benchmark;
