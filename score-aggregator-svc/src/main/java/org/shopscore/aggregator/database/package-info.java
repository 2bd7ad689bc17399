/** The way to PostgreSQL. */
package org.shopscore.aggregator.database;
