package org.shopscore.aggregator.change.score;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where the telling of a day goes on.
 *
 * @param before the day that was told before, which it is compared with; empty for the first that is told at all
 * @param toldTo shops of the partition up to here have been told
 */
record DayPage(LocalDate statDate, Optional<LocalDate> before, int partition, String toldTo) {}
