package org.shopscore.logistics.carrier.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of a number of parcels, exact, and as a decimal for reading. */
@Schema(name = "Share")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Share(
        long part,
        long of,

        @Schema(description = "part / of with 4 decimals; absent when of is 0", examples = "0.9634")
        Optional<String> share) {

    private static final int DECIMALS = 4;

    public static Share of(long part, long of) {
        return new Share(part, of, quotient(part, of, DECIMALS));
    }

    /** Rounded half up; empty when there is nothing to divide by. */
    static Optional<String> quotient(long part, long of, int decimals) {
        return of == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(part)
                        .divide(BigDecimal.valueOf(of), decimals, RoundingMode.HALF_UP)
                        .toPlainString());
    }
}
