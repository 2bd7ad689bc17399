package org.shopscore.logistics.disruption;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.problem.PageToken;

/** A disruption as it is known now. */
@Schema(name = "Disruption")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record DisruptionView(
        String disruptionId,
        State state,
        String region,
        Instant from,
        Instant to,
        Cause cause,
        String note,
        Optional<Instant> withdrawnAt,
        Optional<String> withdrawalReason,

        @Schema(description = "grows by one with each edit; name it in If-Match", examples = "1")
        long version) {

    enum State {
        STANDING,
        WITHDRAWN
    }

    /** Some disruptions by id, and where the list goes on. */
    @Schema(name = "Disruptions")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Page(List<DisruptionView> disruptions, Optional<String> nextPageToken) {

        /** @param found one more than the page holds, where there is more */
        static Page of(List<StoredDisruption> found, int pageSize) {
            var page = found.stream().limit(pageSize).toList();
            var next = found.size() > pageSize
                    ? Optional.of(PageToken.of(page.getLast().id()))
                    : Optional.<String>empty();
            return new Page(page.stream().map(DisruptionView::of).toList(), next);
        }
    }

    /** What was said of a disruption, oldest first. */
    @Schema(name = "DisruptionHistory")
    record History(String disruptionId, List<Step> steps) {}

    @Schema(name = "DisruptionStep")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Step(
            long version,
            Instant at,
            String region,
            Instant from,
            Instant to,
            Cause cause,
            String note,
            Optional<String> withdrawalReason) {}

    static DisruptionView of(StoredDisruption stored) {
        return switch (stored.disruption()) {
            case Disruption.Standing _ -> of(stored, State.STANDING, Optional.empty(), Optional.empty());
            case Disruption.Withdrawn withdrawn ->
                of(stored, State.WITHDRAWN, Optional.of(withdrawn.at()), Optional.of(withdrawn.reason()));
        };
    }

    private static DisruptionView of(
            StoredDisruption stored, State state, Optional<Instant> withdrawnAt, Optional<String> reason) {
        var report = stored.disruption().report();
        return new DisruptionView(
                stored.id(),
                state,
                report.extent().region().code(),
                report.extent().from(),
                report.extent().to(),
                report.cause(),
                report.note(),
                withdrawnAt,
                reason,
                stored.version());
    }
}
