/** What the scores of a day are computed from: frozen as pages of many shops, each later revision in a row beside them. */
package org.shopscore.aggregator.official.input;
