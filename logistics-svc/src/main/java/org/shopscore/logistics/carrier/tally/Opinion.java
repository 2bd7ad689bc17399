package org.shopscore.logistics.carrier.tally;

import java.time.Instant;

/** What a buyer thinks of a delivery: 1 to 5 for the courier's attitude and for the speed, and whether anything was damaged. */
public record Opinion(int attitude, int speed, boolean damaged, Instant givenAt) {}
