package org.shopscore.logistics.order;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.problem.Instants;
import org.shopscore.problem.Refused;

/** A paid order as its platform tells it. */
@Schema(name = "PaidOrder")
record OrderRequest(
        @NotNull(message = GIVEN) @Schema(examples = "2026-03-01T04:00:00Z")
        Instant paidAt,

        @NotNull(message = GIVEN) @Schema(examples = "2026-03-03T04:00:00Z")
        Instant pickupDueAt,

        @Schema(description = "this or deliveryPromisedDay") Optional<Instant> deliveryPromisedAt,

        @Schema(description = "a day in Asia/Shanghai, kept until its last instant", examples = "2026-03-06")
        Optional<LocalDate> deliveryPromisedDay,

        @Size(max = 5, message = "must hold at most 5") List<@NotNull(message = GIVEN) Flag> flags) {

    static final String GIVEN = "must be given";

    OrderRequest {
        flags = flags == null ? List.of() : flags;
    }

    /** @throws Refused when a time cannot be meant, or the promise is given twice or not at all */
    Terms terms(Instant now) {
        return new Terms(
                Instants.past("paidAt", paidAt, now),
                Instants.due("pickupDueAt", pickupDueAt, now),
                promised(now),
                Set.copyOf(flags));
    }

    private Instant promised(Instant now) {
        if (deliveryPromisedAt.isPresent() == deliveryPromisedDay.isPresent()) {
            String given = deliveryPromisedAt.isPresent() ? "both" : "nothing";
            throw Refused.field(
                    400,
                    "invalid-field",
                    "deliveryPromisedAt",
                    "or deliveryPromisedDay must be given, one of them",
                    given);
        }
        return deliveryPromisedAt
                .map(at -> Instants.due("deliveryPromisedAt", at, now))
                .orElseGet(() -> Instants.dueDay("deliveryPromisedDay", deliveryPromisedDay.get(), now));
    }
}
