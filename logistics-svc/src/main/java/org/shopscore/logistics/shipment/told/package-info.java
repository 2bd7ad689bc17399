/** Scans told of a shipment in the suite's own form, without a provider's webhook. */
package org.shopscore.logistics.shipment.told;
