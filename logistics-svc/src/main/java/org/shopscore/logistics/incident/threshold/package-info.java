/** How long parcels may take before that is an incident, by lane and carrier: data that the logistics team keeps. */
package org.shopscore.logistics.incident.threshold;
