/**
 * The official score of a day as it is stored and shown. Below: its frozen inputs, the run that publishes it, the newest one in memory,
 * revisions beside it, its history, and how it is recomputed at will.
 */
package org.shopscore.aggregator.official;
