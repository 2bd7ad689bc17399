package org.shopscore.logistics.shipment.told;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Scans of one parcel, told in any order and answered by time. */
@Schema(name = "Scans")
record ScansBody(
        @NotNull(message = ScanBody.GIVEN) @Size(min = 1, max = 500, message = "must hold 1 to 500")
        List<@Valid @NotNull(message = ScanBody.GIVEN) ScanBody> scans) {}
