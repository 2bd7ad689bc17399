/** A past score computed again from what was stored with it. */
package org.shopscore.aggregator.official.replay;
