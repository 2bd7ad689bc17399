/** What a shop's score would be, by the same engine: after other facts, with one fact more, and when old days leave the window. */
package org.shopscore.aggregator.whatif;
