package org.shopscore.aggregator.explanation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a score is what it is. Figures are decimal strings.
 *
 * @param official  the newest published score, which alone has consequences; absent before there is one
 * @param sentences the provisional score in words, by language: zh, en
 * @param waterfall only when a day to come from was asked for
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Explanation(
        String shopId,
        String policyVersion,
        Instant asOf,
        Optional<OfficialPart> official,
        Window window,
        Figures provisional,
        Map<String, List<String>> sentences,
        Optional<Steps> waterfall) {

    /**
     * @param revision  0 for the one published, 1 and more for corrected ones
     * @param sentences the same in words
     */
    record OfficialPart(
            LocalDate statDate,
            int revision,
            String policyVersion,
            Window window,
            @JsonUnwrapped Figures figures,
            Map<String, List<String>> sentences) {}

    /** Both days included. */
    @Schema(name = "ExplainedWindow")
    record Window(LocalDate from, LocalDate to) {}

    /**
     * @param stage     NONE, GROWTH, FORMAL or WITHHELD
     * @param noScore   why there is no score: in stage NONE, and MANIPULATION_VERDICT in stage WITHHELD; absent where a feed is late
     * @param published null, like total and level, in the stages NONE and WITHHELD
     * @param category  how the shops of its category did; absent without a category, without a benchmark and outside stage FORMAL
     */
    @Schema(name = "ExplainedFigures")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Figures(
            @Schema(enumeration = {"NONE", "GROWTH", "FORMAL", "WITHHELD"})
            String stage,

            Optional<String> noScore,

            @Schema(required = true, nullable = true) @JsonInclude
            String published,

            @Schema(required = true, nullable = true) @JsonInclude
            String total,

            String base,

            @Schema(required = true, nullable = true) @JsonInclude
            String level,

            String deductions,
            List<Bonus> bonuses,
            Map<String, String> dimensions,
            List<Line> metrics,
            Gaps gaps,
            Optional<Peer> category) {}

    /** @param target total, or the dimension that it lifts */
    record Bonus(String code, String target, String points) {}

    /**
     * @param raw           as measured, 6 decimals; null without data
     * @param used          as scored, 6 decimals
     * @param padding       the share of {@code used} that is not the shop's own
     * @param interval      between what the raw value lies with 90 % confidence; absent for a mean without bounds, and without data
     * @param weight        within the dimension
     * @param weightInTotal of the whole
     * @param contribution  weightInTotal x points
     * @param gap           weightInTotal x what the points lack to full marks
     * @param maturityDays  how many days a fact takes to count: so many days before the window's its days are; absent where it counts at once
     * @param weekAgo       the same weekday of last week; absent where no score of it is known
     * @param category      how the shops of its category did; absent without a category and without a benchmark
     * @param evidence      by measure, where its service lists the facts
     */
    @Schema(name = "ExplainedMetric")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Line(
            String id,
            String dimension,
            long n,

            @Schema(required = true, nullable = true) @JsonInclude
            String raw,

            String used,
            String padding,
            Optional<Interval> interval,
            String points,
            String weight,
            String weightInTotal,
            String contribution,
            String gap,
            Optional<Integer> maturityDays,

            @Schema(nullable = true) @JsonInclude(JsonInclude.Include.NON_DEFAULT)
            boolean noData,

            Optional<WeekAgo> weekAgo,
            Optional<Peer> category,

            @Schema(type = SchemaType.OBJECT, nullable = true) @JsonInclude(JsonInclude.Include.NON_EMPTY)
            Map<String, String> evidence) {}

    /**
     * The window that ended seven days before.
     *
     * @param raw        6 decimals; null without data
     * @param difference raw now less raw then, in the metric's unit; null without data on either side
     * @param relative   the difference in percent of raw then, 2 decimals; null without data on either side, and where raw was 0
     */
    record WeekAgo(
            long n,

            @Schema(required = true, nullable = true) @JsonInclude
            String raw,

            @Schema(required = true, nullable = true) @JsonInclude
            String difference,

            @Schema(required = true, nullable = true) @JsonInclude
            String relative) {}

    /** Why peers are not shown. */
    enum Hidden {
        FEWER_THAN_20_SHOPS,
        /** They were scored by a policy that counts it, or makes points of it, in another way. */
        OTHER_POLICY
    }

    /**
     * The FORMAL shops of a category, and of those below it, on an official day.
     *
     * @param shops      that had a case of it
     * @param average    6 decimals, in the metric's unit
     * @param difference raw less average; absent without data
     * @param percentile the percentage of them that have fewer points, 1 decimal; absent without data, and where points are made
     *                   otherwise since
     * @param hidden     why average, difference and percentile are absent
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Peer(
            String categoryId,
            LocalDate statDate,
            int shops,
            Optional<String> average,
            Optional<String> difference,
            Optional<String> percentile,
            Optional<Hidden> hidden) {}

    /**
     * toFull = sum - dimensionBonuses - roundingResidual.
     *
     * @param toFull what the base lacks to full marks
     */
    record Gaps(String sum, String dimensionBonuses, String roundingResidual, String toFull) {}

    /**
     * From the total of a day to that of now: the effects sum to the difference. Without one of the totals there is no difference, and
     * nothing leads to it.
     *
     * @param fromTotal of the newest revision of its official score; without one, of its window as it is scored now; null without a score
     * @param toTotal   null without a score
     */
    record Steps(
            LocalDate from,

            @Schema(required = true, nullable = true) @JsonInclude
            String fromTotal,

            @Schema(required = true, nullable = true) @JsonInclude
            String toTotal,

            @Schema(required = true, nullable = true) @JsonInclude
            String difference,

            List<Step> steps) {}

    /** @param what restated (what today's policy, category tree, averages, profile and late facts make of that day), a metric, dimensionBonuses, rounding, totalBonuses, deductions, scaleLimit (what the end of the scale leaves of them) or stage; between two growth scores growthScore alone */
    record Step(String what, String effect) {}
}
