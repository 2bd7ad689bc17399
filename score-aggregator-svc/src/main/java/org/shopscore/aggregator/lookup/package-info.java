/** The scores that platform backends look up: from memory, Redis or PostgreSQL, whichever is alive. */
package org.shopscore.aggregator.lookup;
