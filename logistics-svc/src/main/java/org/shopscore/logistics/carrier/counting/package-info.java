/** Keeps the weeks of all carriers equal to what their parcels add up to. */
package org.shopscore.logistics.carrier.counting;
