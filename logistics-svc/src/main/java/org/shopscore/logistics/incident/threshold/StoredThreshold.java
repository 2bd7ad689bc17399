package org.shopscore.logistics.incident.threshold;

/**
 * A threshold as the table keeps it.
 *
 * @param version grows by one with each edit
 */
record StoredThreshold(String id, Threshold threshold, long version) {}
