/** The topic as readers see it: places in it, what is told there, and the tail that all live readers share. */
package org.shopscore.aggregator.change.stream.log;
