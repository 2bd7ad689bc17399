/** What carriers tell of their parcels, in one vocabulary, kept by waybill whether or not a shipment names it yet. */
package org.shopscore.logistics.scan;
