/** One day's run, in steps of one transaction each: averages, scores by partition, publication at one instant (rules.md 5). */
package org.shopscore.aggregator.official.run;
