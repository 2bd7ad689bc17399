package org.shopscore.aggregator.whatif.ways;

import java.math.BigDecimal;
import java.util.Optional;
import org.shopscore.aggregator.score.ScoreEngine;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.window.Stretch;
import org.shopscore.aggregator.score.window.Sums;

/** What one shop would score on a day with whatever sums. */
public interface Scores {

    ScoreSheet score(Sums sums);

    /** As {@link ScoreEngine#ceiling} says. */
    Optional<BigDecimal> ceiling(Stretch stretch);
}
