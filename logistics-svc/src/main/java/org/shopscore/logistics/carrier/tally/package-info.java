/** What one parcel adds to its carrier's weeks. */
package org.shopscore.logistics.carrier.tally;
