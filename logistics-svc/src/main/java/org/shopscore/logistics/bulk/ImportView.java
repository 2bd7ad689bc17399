package org.shopscore.logistics.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An import and how far it has come. */
@Schema(name = "Import")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ImportView(
        String importId,
        String kind,
        Optional<String> shopId,
        ImportState state,

        @Schema(description = "how often the file was sent; the counts are those of the last time", examples = "1")
        int runs,

        @JsonUnwrapped Counts counts,
        Instant startedAt,
        Optional<Instant> endedAt,

        @Schema(description = "why the file was not read to its end")
        Optional<String> failure) {}
