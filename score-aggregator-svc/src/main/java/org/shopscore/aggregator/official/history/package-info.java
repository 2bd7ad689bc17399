/** The official scores of days that are over, as they are known now or were known then. */
package org.shopscore.aggregator.official.history;
