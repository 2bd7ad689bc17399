/** Deliveries of vendors, promised and actual, through the bulk import and back out of the evidence lists. */
package org.shopscore.suite.replay.scms;
