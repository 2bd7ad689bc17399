/** What is told on the topic score-changes: kept with what changed, sent after it was published. */
package org.shopscore.aggregator.change;
