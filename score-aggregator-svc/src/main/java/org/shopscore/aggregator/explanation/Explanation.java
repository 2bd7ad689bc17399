package org.shopscore.aggregator.explanation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why a score is what it is. Figures are decimal strings.
 *
 * @param sentences the same in words, by language: zh, en
 * @param waterfall only when a day to come from was asked for
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Explanation(
        String shopId,
        String policyVersion,
        Instant asOf,
        Window window,
        Figures provisional,
        Map<String, List<String>> sentences,
        Optional<Steps> waterfall) {

    /** Both days included. */
    record Window(LocalDate from, LocalDate to) {}

    /**
     * @param noScore   why there is no score, in stage NONE alone
     * @param published null, like total and level, in stage NONE
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Figures(
            String stage,
            Optional<String> noScore,
            @JsonInclude String published,
            @JsonInclude String total,
            String base,
            @JsonInclude String level,
            String deductions,
            List<Bonus> bonuses,
            Map<String, String> dimensions,
            List<Line> metrics,
            Gaps gaps) {}

    /** @param target total, or the dimension that it lifts */
    record Bonus(String code, String target, String points) {}

    /**
     * @param raw           as measured, 6 decimals; null without data
     * @param used          as scored, 6 decimals
     * @param padding       the share of {@code used} that is not the shop's own
     * @param weight        within the dimension
     * @param weightInTotal of the whole
     * @param contribution  weightInTotal x points
     * @param gap           weightInTotal x what the points lack to full marks
     * @param weekAgo       the same weekday of last week
     * @param evidence      by measure, where its service lists the facts
     */
    record Line(
            String id,
            String dimension,
            long n,
            @JsonInclude String raw,
            String used,
            String padding,
            String points,
            String weight,
            String weightInTotal,
            String contribution,
            String gap,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean noData,
            WeekAgo weekAgo,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> evidence) {}

    /**
     * The window that ended seven days before.
     *
     * @param raw        6 decimals; null without data
     * @param difference raw now less raw then, in the metric's unit; null without data on either side
     */
    record WeekAgo(
            long n, @JsonInclude String raw, @JsonInclude String difference) {}

    /**
     * toFull = sum - dimensionBonuses - roundingResidual.
     *
     * @param toFull what the base lacks to full marks
     */
    record Gaps(String sum, String dimensionBonuses, String roundingResidual, String toFull) {}

    /** From the total of a day to that of now: the effects sum to the difference. */
    record Steps(LocalDate from, String fromTotal, String toTotal, String difference, List<Step> steps) {}

    /** @param what a metric, dimensionBonuses, rounding, totalBonuses, deductions or stage */
    record Step(String what, String effect) {}
}
