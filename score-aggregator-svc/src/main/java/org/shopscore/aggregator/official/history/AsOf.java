package org.shopscore.aggregator.official.history;

import java.time.LocalDate;
import org.shopscore.aggregator.official.Official;

/** The official score that held at the end of a day, as it was known then. */
public record AsOf(String shopId, LocalDate asOf, Official official) {}
