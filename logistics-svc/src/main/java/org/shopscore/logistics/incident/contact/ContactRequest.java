package org.shopscore.logistics.incident.contact;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.logistics.masking.Masking;
import org.shopscore.problem.Instants;

/** What the desk says of a contact. */
@Schema(name = "ExceptionContactEntry")
record ContactRequest(
        @NotNull(message = GIVEN) @Schema(examples = "2026-03-02T03:20:00Z")
        Instant at,

        @NotNull(message = GIVEN) Party whom,

        @NotNull(message = GIVEN) Channel channel,

        @NotBlank(message = GIVEN)
        @Size(max = 500, message = "must have at most 500 characters")
        @Schema(description = "no personal data; what looks like some is masked", examples = "网点确认包裹破损，同意理赔")
        String what) {

    static final String GIVEN = "must be given";

    Contact contact(String contactId, Instant now) {
        return new Contact(contactId, Instants.past("at", at, now), whom, channel, Masking.mask(what));
    }
}
