package org.shopscore.logistics.shipment.told;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.logistics.masking.Masking;
import org.shopscore.logistics.region.Region;
import org.shopscore.logistics.region.RegionCode;
import org.shopscore.logistics.scan.Incident;
import org.shopscore.logistics.scan.Scan;
import org.shopscore.logistics.scan.ScanStatus;
import org.shopscore.problem.Instants;

/** A scan as it is told and answered. */
@Schema(name = "Scan")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ScanBody(
        @NotNull(message = GIVEN) @Schema(examples = "2026-03-02T01:00:00Z")
        Instant at,

        @NotNull(message = GIVEN) ScanStatus status,
        Optional<Incident> incident,

        @Schema(description = "the carrier's own code")
        Optional<@Size(max = 100, message = "must have at most 100 characters") String> code,

        @Schema(
                description = "the carrier's own words; personal data in it is masked before it is stored",
                examples = "【济南市】快件已到达")
        Optional<@Size(max = 2000, message = "must have at most 2000 characters") String> text,

        @Schema(examples = "CN-370112") Optional<@RegionCode String> region) {

    static final String GIVEN = "must be given";

    static ScanBody of(Scan scan) {
        return new ScanBody(
                scan.at(),
                scan.status(),
                scan.incident(),
                Optional.of(scan.rawCode()).filter(code -> !code.isEmpty()),
                Optional.of(scan.text()).filter(text -> !text.isEmpty()),
                scan.region().map(Region::code));
    }

    /**
     * @param field as the caller knows the instant
     * @throws org.shopscore.problem.Refused when it cannot have happened then
     */
    Scan scan(String field, Instant now) {
        return new Scan(
                Instants.past(field, at, now),
                status,
                incident,
                code.orElse(""),
                Masking.mask(text.orElse("")),
                region.map(Region::new));
    }
}
