/** What takes orders out of the on-time measures, and brings them back: disruptions of a region, and parcels that force majeure destroyed. */
package org.shopscore.logistics.exclusion;
