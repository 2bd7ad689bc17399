package org.shopscore.aggregator.official.sheet;

import java.time.LocalDate;
import java.util.Optional;
import org.shopscore.aggregator.policy.Policy;
import org.shopscore.aggregator.score.ScoreSheet;
import org.shopscore.aggregator.score.window.Sums;

/**
 * An official score with all that it was made of.
 *
 * @param policy     by which the day was scored
 * @param category   the shop's main category as the day has it
 * @param isWithheld a mandatory feed was not complete: the sheet is information, and no score
 */
public record OfficialSheet(
        LocalDate statDate,
        int revision,
        Policy policy,
        Optional<String> category,
        Sums sums,
        ScoreSheet sheet,
        boolean isWithheld) {}
