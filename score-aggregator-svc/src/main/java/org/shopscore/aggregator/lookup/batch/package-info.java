/** The scores of up to 500 shops at once, asked for and answered as JSON or as bytes. */
package org.shopscore.aggregator.lookup.batch;
