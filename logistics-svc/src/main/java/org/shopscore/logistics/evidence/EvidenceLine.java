package org.shopscore.logistics.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.metric.BusinessDay;

/** A fact and what it adds to the measure. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record EvidenceLine(
        @Schema(examples = "order/o-1001") String ref,
        LocalDate day,

        @Schema(description = "the instant whose day it counts for, or would; of what is due min(done, due)")
        Instant anchoredAt,

        @Schema(description = "what it adds, in the unit of the measure")
        long amount,

        boolean counted,
        Why why,

        @Schema(description = "flags of an order, REFUNDED_WITHIN_60_S, ids of disruptions")
        List<String> because,

        Optional<Instant> dueAt,
        Optional<Instant> doneAt) {

    static final List<String> HEADER =
            List.of("ref", "day", "anchoredAt", "amount", "counted", "why", "because", "dueAt", "doneAt");

    static EvidenceLine of(Entry entry) {
        var standing = entry.standing();
        return new EvidenceLine(
                entry.ref(),
                BusinessDay.of(standing.at()),
                standing.at(),
                standing.amount(),
                standing.isCounted(),
                standing.why(),
                standing.because(),
                standing.dueAt(),
                standing.doneAt());
    }

    static Object[] cells(Entry entry) {
        var line = of(entry);
        return new Object[] {
            line.ref,
            line.day,
            line.anchoredAt,
            line.amount,
            line.counted,
            line.why,
            line.because,
            line.dueAt,
            line.doneAt
        };
    }
}
