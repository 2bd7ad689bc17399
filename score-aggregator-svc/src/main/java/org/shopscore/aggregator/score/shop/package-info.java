/** What the score asks of a shop besides its measures: its profile, and which feeds are complete. */
package org.shopscore.aggregator.score.shop;
