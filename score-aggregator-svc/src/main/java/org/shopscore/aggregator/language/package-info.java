/** The words in which scores are explained to people. */
package org.shopscore.aggregator.language;
