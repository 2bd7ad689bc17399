package org.shopscore.suite.replay.scms;

import java.time.LocalDate;

/** What was promised of an order, and what became of it. */
record Outcome(LocalDate promised, LocalDate actual, boolean late) {}
