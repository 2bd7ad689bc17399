package org.shopscore.logistics.incident.desk;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.logistics.incident.Fault;
import org.shopscore.problem.FactId;

/** What the desk decides about an exception that exists. */
final class Decision {

    private static final String GIVEN = IncidentRequest.GIVEN;
    private static final int MOST = IncidentRequest.MOST;
    private static final String AT_MOST = IncidentRequest.AT_MOST;

    @Schema(name = "ExceptionOwner")
    record Owner(
            @NotNull(message = GIVEN)
            @FactId
            @Schema(description = "the id of a person or team, never a name", examples = "agent-7")
            String owner) {}

    @Schema(name = "ExceptionFault")
    record Attribution(
            @NotNull(message = GIVEN) Fault fault,

            @NotBlank(message = GIVEN)
            @Size(max = MOST, message = AT_MOST)
            @Schema(description = "no personal data; what looks like some is masked", examples = "台风过境，网点停运")
            String reason) {}

    @Schema(name = "ExceptionReshipment")
    record Reshipment(
            @NotNull(message = GIVEN)
            @FactId
            @Schema(description = "the shipment that was sent instead", examples = "shipment-2002")
            String shipmentId) {}

    @Schema(name = "ExceptionRefund")
    record Refund(
            @NotNull(message = GIVEN)
            @Schema(description = "when after-sales was asked", examples = "2026-03-02T06:00:00Z")
            Instant askedAt) {}

    @Schema(name = "ExceptionCompensation")
    record Compensation(
            @NotNull(message = GIVEN)
            @Min(value = 1, message = AMOUNT)
            @Max(value = 1_000_000_000_000L, message = AMOUNT)
            @Schema(description = "in the currency's smallest unit", examples = "1250")
            Long amountMinor,

            @NotNull(message = GIVEN)
            @Pattern(regexp = "[A-Z]{3}", message = CURRENCY)
            @Schema(description = "ISO 4217", examples = "CNY")
            String currency) {

        private static final String AMOUNT = "must be 1 to 1000000000000";
        static final String CURRENCY = "must be a currency of ISO 4217";
    }

    @Schema(name = "ExceptionClosing")
    record Closing(
            @NotNull(message = GIVEN) @Schema(examples = "2026-03-05T02:00:00Z")
            Instant closedAt) {}

    @Schema(name = "ExceptionWithdrawal")
    record Withdrawal(
            @NotBlank(message = GIVEN)
            @Size(max = MOST, message = AT_MOST)
            @Schema(description = "why it was opened by mistake; no personal data", examples = "重复登记")
            String reason) {}

    private Decision() {}
}
