/** Incidents as they are kept: rows, their history, and what they announce. */
package org.shopscore.logistics.incident.record;
