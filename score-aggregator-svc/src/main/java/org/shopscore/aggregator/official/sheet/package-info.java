/** Scores the inputs of one day, in its run and whenever it is asked for later: the same inputs give the same digits. */
package org.shopscore.aggregator.official.sheet;
