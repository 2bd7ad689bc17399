/** Parcels on their way: what was declared of them, the state that their scans make, and what they measure. */
package org.shopscore.logistics.shipment;
