/** Records that cannot be used, on a topic of their own. */
package org.shopscore.aggregator.quarantine;
