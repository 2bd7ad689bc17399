package org.shopscore.logistics.carrier.tally;

import org.shopscore.logistics.carrier.performance.Figure;
import org.shopscore.logistics.carrier.performance.IsoWeek;
import org.shopscore.logistics.carrier.performance.Leg;

/** What a parcel adds to a week of its carrier on its lane. */
public sealed interface Entry {

    IsoWeek week();

    record Counted(IsoWeek week, Figure figure) implements Entry {}

    record Timed(IsoWeek week, Leg leg, long minutes) implements Entry {}
}
