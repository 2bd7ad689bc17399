/** Incidents that nobody needs to see: scans that say what happened, and parcels that are silent or under way for too long. */
package org.shopscore.logistics.incident.rule;
