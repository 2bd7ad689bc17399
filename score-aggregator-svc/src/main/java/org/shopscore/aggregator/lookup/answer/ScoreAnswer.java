package org.shopscore.aggregator.lookup.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.aggregator.official.Official;

/**
 * What a lookup answers. Figures are decimal strings, so that no client rounds them by accident.
 *
 * @param asOf     when the sums were taken
 * @param statDate the past day that was asked for
 * @param official the newest published score, which alone has consequences; absent before there is one
 * @param version  grows with each change of the live score; absent where the sums come from the tiles
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ScoreAnswer(
        String shopId,
        String policyVersion,
        Instant asOf,
        Optional<LocalDate> statDate,
        Optional<Official> official,
        Figures provisional,
        Window window,
        Optional<String> version,
        Freshness freshness) {

    /** The same as the answer to a question without a day. */
    public ScoreAnswer live() {
        return new ScoreAnswer(
                shopId, policyVersion, asOf, Optional.empty(), official, provisional, window, version, freshness);
    }

    /** What is said of the shop, however fresh it is; that it is incomplete is a part of it. */
    public ScoreAnswer withoutProof() {
        var known = new Freshness(null, null, Map.of(), freshness.incomplete(), List.of());
        return new ScoreAnswer(shopId, policyVersion, asOf, statDate, official, provisional, window, version, known);
    }

    /** Both days included. */
    @Schema(name = "ScoreWindow")
    public record Window(LocalDate from, LocalDate to) {}

    /**
     * @param noScore    why there is no score, in the stages NONE and WITHHELD: published, total, level and trafficWeight are null then
     * @param total      in stage GROWTH the fixed score: base, dimensions, bonuses and deductions are then information only
     * @param dimensions with the bonuses on them
     */
    @Schema(name = "ScoreFigures")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Figures(
            @Schema(enumeration = {"NONE", "GROWTH", "FORMAL", "WITHHELD"})
            String stage,

            Optional<String> noScore,

            @Schema(required = true, nullable = true) @JsonInclude
            String published,

            String base,

            @Schema(required = true, nullable = true) @JsonInclude
            String total,

            @Schema(required = true, nullable = true) @JsonInclude
            String level,

            @Schema(required = true, nullable = true) @JsonInclude
            String trafficWeight,

            String deductions,
            List<BonusFigure> bonuses,
            Map<String, String> dimensions,
            List<MetricFigure> metrics,
            List<DiagnosticFigure> diagnostics) {}

    /** @param target total, or the dimension that it lifts */
    record BonusFigure(String code, String target, String points) {}

    /**
     * @param n       the sample size
     * @param raw     as measured, 6 decimals; null without data
     * @param used    as scored: padded where the sample is small
     * @param padding the share of {@code used} that is not the shop's own
     * @param noData  only present when there is none
     */
    public record MetricFigure(
            String id,
            String dimension,
            long n,

            @Schema(required = true, nullable = true) @JsonInclude
            String raw,

            String used,
            String padding,
            String points,
            String weight,

            @Schema(nullable = true) @JsonInclude(JsonInclude.Include.NON_DEFAULT)
            boolean noData) {}

    /** @param raw as measured, 6 decimals; null without data */
    record DiagnosticFigure(
            String id,
            long n,

            @Schema(required = true, nullable = true) @JsonInclude
            String raw,

            @Schema(nullable = true) @JsonInclude(JsonInclude.Include.NON_DEFAULT)
            boolean noData) {}

    /**
     * @param source        where the sums were read: memory, redis or database
     * @param completeUntil up to when every mandatory feed is proven complete; null without proof
     * @param feeds         the same, feed by feed
     * @param reasons       why the score must be taken as incomplete
     */
    public record Freshness(
            @Schema(enumeration = {"memory", "redis", "database"})
            String source,

            @Schema(required = true, nullable = true) @JsonInclude
            Instant completeUntil,

            Map<String, Instant> feeds,
            boolean incomplete,
            List<String> reasons) {}
}
