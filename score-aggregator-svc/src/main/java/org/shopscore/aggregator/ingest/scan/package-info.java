/**
 * Reads records in the form in which the services write them, straight from the bytes. Whatever has another form, or breaks a bound, is
 * left to the contract's own reader, which says what is wrong with it. Pure.
 */
package org.shopscore.aggregator.ingest.scan;
