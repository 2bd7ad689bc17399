/** What a tick of the clock sets going: work in batches, until none is left. */
package org.shopscore.logistics.sweep;
