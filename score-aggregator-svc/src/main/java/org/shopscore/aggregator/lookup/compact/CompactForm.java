package org.shopscore.aggregator.lookup.compact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What {@link CompactJson} writes, for the OpenAPI document alone. */
@Schema(name = "CompactScore")
public record CompactForm(
        String shopId,
        String policyVersion,

        @Schema(
                required = true,
                nullable = true,
                description = "the newest published score, which alone has consequences")
        OfficialPart official,

        @Schema(required = true, nullable = true, description = "null where no store that knows it answers")
        ProvisionalPart provisional,

        @Schema(required = true, nullable = true) Instant asOf,
        FreshnessPart freshness) {

    @Schema(name = "CompactOfficial")
    record OfficialPart(
            LocalDate statDate,
            int revision,
            String policyVersion,

            @Schema(enumeration = {"NONE", "GROWTH", "FORMAL", "WITHHELD"})
            String stage,

            @Schema(required = true, nullable = true) String published,
            @Schema(required = true, nullable = true) String level,
            @Schema(required = true, nullable = true) String trafficWeight,
            List<String> entitlements,

            @Schema(description = "in stage WITHHELD the newest score before")
            Optional<PreviousPart> previous) {}

    @Schema(name = "CompactPrevious")
    record PreviousPart(
            LocalDate statDate,
            String published,

            @Schema(description = "why there is no newer one")
            String reason) {}

    @Schema(name = "CompactProvisional")
    record ProvisionalPart(
            @Schema(enumeration = {"NONE", "GROWTH", "FORMAL", "WITHHELD"})
            String stage,

            @Schema(required = true, nullable = true) String published,
            @Schema(required = true, nullable = true) String level,

            @Schema(description = "the last day of its window")
            LocalDate to,

            @Schema(required = true, nullable = true, description = "null where the sums come from the tiles")
            String version) {}

    @Schema(name = "CompactFreshness")
    record FreshnessPart(
            @Schema(enumeration = {"memory", "redis", "database", "none"})
            String source,

            @Schema(required = true, nullable = true) Instant completeUntil,
            boolean incomplete) {}

    /** Of many shops: one answer for each id, in the order asked. */
    @Schema(name = "CompactScores")
    public record Batch(List<Item> scores) {}

    @Schema(
            name = "CompactItem",
            oneOf = {CompactForm.class, Missing.class})
    record Item() {}

    /** A shop without an answer. */
    @Schema(name = "CompactError")
    record Missing(
            String shopId,

            @Schema(enumeration = {"unknown-shop", "unavailable"})
            String error) {}
}
