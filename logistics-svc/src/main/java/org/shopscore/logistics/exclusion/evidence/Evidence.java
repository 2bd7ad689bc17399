package org.shopscore.logistics.exclusion.evidence;

import java.time.Instant;
import org.shopscore.logistics.region.Region;

/**
 * Why a leg of an order does not count.
 *
 * @param region the order's, which lies in the disruption's
 * @param begin  when the leg began
 * @param end    when it ended, or should have
 */
public record Evidence(String disruptionId, Leg leg, Place place, Region region, Instant begin, Instant end) {}
