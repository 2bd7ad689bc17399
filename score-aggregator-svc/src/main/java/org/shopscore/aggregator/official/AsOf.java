package org.shopscore.aggregator.official;

import java.time.LocalDate;

/** The official score that held at the end of a day, as it was known then. */
public record AsOf(String shopId, LocalDate asOf, Official official) {}
