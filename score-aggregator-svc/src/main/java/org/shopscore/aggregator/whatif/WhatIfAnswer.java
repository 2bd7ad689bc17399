package org.shopscore.aggregator.whatif;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.aggregator.score.metric.MetricScore;
import org.shopscore.aggregator.whatif.ways.Ways;

/**
 * What a score would be.
 *
 * @param now    today's provisional score
 * @param then   with the changes asked for; absent for a target
 * @param target absent for changes
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record WhatIfAnswer(
        String shopId, String policyVersion, Instant asOf, Brief now, Optional<Brief> then, Optional<Target> target) {

    /**
     * @param isReached whether today's score is there already
     * @param ways      the cheapest single-metric ways, fewest facts first
     * @param missed    what does not get there in any number, and how far it comes
     */
    record Target(String published, boolean isReached, List<Way> ways, List<Way> missed) {

        static Target of(String published, boolean isReached, Ways.Found found) {
            return new Target(
                    published,
                    isReached,
                    found.reached().stream().map(Way::of).toList(),
                    found.missed().stream().map(Way::of).toList());
        }
    }

    /**
     * @param kind    MORE_GOOD: so many more facts that all go well; BAD_TURNED_GOOD: so many bad ones had gone well
     * @param changes to ask for with {@code changes}, and get the same score
     * @param value   what the metric comes to, 6 decimals
     * @param countsInDays in how many days facts of today count, and lead there; absent where they do at once
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Way(
            String metric,

            @Schema(enumeration = {"MORE_GOOD", "BAD_TURNED_GOOD"})
            String kind,

            long facts,
            Map<String, Long> changes,
            String value,
            String points,
            String base,

            @Schema(required = true, nullable = true) @JsonInclude
            String published,

            @Schema(required = true, nullable = true) @JsonInclude
            String level,

            Optional<Integer> countsInDays) {

        static Way of(Ways.Way way) {
            MetricScore metric = way.sheet().metrics().stream()
                    .filter(scored -> scored.id().equals(way.effect().id()))
                    .findFirst()
                    .orElseThrow();
            return new Way(
                    metric.id(),
                    way.effect().kind().name(),
                    way.facts(),
                    Amounts.times(way.effect().amounts(), way.facts()),
                    metric.used().rounded(6).toPlainString(),
                    metric.points().toPlainString(),
                    way.sheet().base().toPlainString(),
                    way.sheet()
                            .result()
                            .map(result -> result.published().toPlainString())
                            .orElse(null),
                    way.sheet().result().map(result -> result.level().code()).orElse(null),
                    way.effect().delay());
        }
    }
}
