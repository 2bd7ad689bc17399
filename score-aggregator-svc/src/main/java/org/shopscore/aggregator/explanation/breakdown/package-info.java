/** A score taken apart: what each metric gives and lacks, what the ends of the scale leave of it, what moved it from one day to another. Pure. */
package org.shopscore.aggregator.explanation.breakdown;
