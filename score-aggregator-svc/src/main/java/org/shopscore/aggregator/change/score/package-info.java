/** Official and provisional scores on the topic score-changes: what really changed, once its day is published. */
package org.shopscore.aggregator.change.score;
