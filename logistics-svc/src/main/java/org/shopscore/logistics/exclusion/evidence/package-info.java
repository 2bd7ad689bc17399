/** Why orders do not count: for each disruption the orders that it takes out of the measures, and what they have to do with it. */
package org.shopscore.logistics.exclusion.evidence;
