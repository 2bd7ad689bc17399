package org.shopscore.logistics.carrier.report;

import org.shopscore.logistics.carrier.performance.Cell;
import org.shopscore.logistics.carrier.performance.IsoWeek;

/** A week of a carrier between two regions. */
record CarrierWeek(Cell cell, IsoWeek week, WeekFigures figures) {}
