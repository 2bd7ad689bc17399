/** Days that end: their inputs are frozen at the cut-off, and windows move on at midnight. */
package org.shopscore.aggregator.ingest.day;
