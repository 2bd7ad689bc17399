package org.shopscore.logistics.incident.rule;

import java.time.Instant;
import org.shopscore.logistics.incident.IncidentType;
import org.shopscore.logistics.incident.Occasion;

/**
 * An incident that the scans of a parcel prove.
 *
 * @param at when it happened: of a scan its instant, of a wait the instant when it became too long
 */
record Finding(IncidentType type, Occasion occasion, Instant at) {}
