package org.shopscore.logistics.carrier.contract;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.logistics.lane.Price;
import org.shopscore.logistics.lane.PriceFields;
import org.shopscore.logistics.masking.Masking;
import org.shopscore.problem.Refused;

/** A contract with a carrier as the desk records it. */
@Schema(name = "CarrierContractTerms")
record ContractRequest(
        @NotNull(message = GIVEN) @Schema(description = "the first day, Asia/Shanghai", examples = "2026-01-01")
        LocalDate from,

        @NotNull(message = GIVEN) @Schema(description = "the last day", examples = "2026-12-31")
        LocalDate to,

        @NotNull(message = GIVEN)
        @Size(max = 500, message = "must have at most 500 characters")
        @Schema(description = "stored without names and numbers of persons")
        String termsNote,

        @Schema(description = "parcels a day")
        Optional<@Min(value = 1, message = CAPACITY) @Max(value = MOST, message = CAPACITY) Long> capacityPerDay,

        @Schema(description = "for one parcel on lanes without a price of their own, in the currency's smallest unit")
        Optional<@Min(value = 0, message = MINOR) @Max(value = Price.MOST, message = MINOR) Long> priceMinor,

        @Schema(examples = "CNY", description = "ISO 4217; given with a price")
        Optional<String> currency) {

    static final String GIVEN = "must be given";
    private static final long MOST = 1_000_000_000;
    private static final String CAPACITY = "must be within 1 and " + MOST;
    private static final String MINOR = "must be within 0 and " + Price.MOST;

    /** @throws Refused 400 when it ends before it begins, or a price comes without its currency */
    Contract contract(String carrier, String contractId) {
        if (to.isBefore(from)) {
            throw Refused.field(400, "invalid-field", "to", "must not be before from", to);
        }
        return new Contract(
                carrier,
                contractId,
                from,
                to,
                Masking.mask(termsNote),
                capacityPerDay,
                PriceFields.price(priceMinor, currency));
    }
}
