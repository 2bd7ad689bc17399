package org.shopscore.logistics.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.problem.PageToken;
import org.shopscore.problem.Refused;

/** A part of the list behind a measure, by the instants its facts count at. */
@Schema(name = "Evidence")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record EvidencePage(
        String shopId,
        String measure,
        LocalDate from,
        LocalDate to,

        @Schema(
                description =
                        "what the whole list adds up to when its first page is given: the measure over these days")
        long total,

        @Schema(description = "what this page adds up to") long pageSum,
        List<EvidenceLine> facts,
        Optional<String> nextPageToken) {

    /** Where a list goes on, and what all of it adds. */
    record Token(Entry.Place after, long total) {

        /** @throws Refused 400 {@code invalid-page-token} */
        static Optional<Token> read(String token) {
            return PageToken.read(
                    token,
                    3,
                    key -> new Token(
                            new Entry.Place(Instant.parse(key.get(0)), key.get(1)), Long.parseLong(key.get(2))));
        }

        String written() {
            return PageToken.of(after.at().toString(), after.key(), String.valueOf(total));
        }
    }

    static EvidencePage of(Span span, long total, List<Entry> entries, int pageSize) {
        var next = entries.size() < pageSize
                ? Optional.<String>empty()
                : Optional.of(new Token(entries.getLast().place(), total).written());
        return new EvidencePage(
                span.shopId(),
                span.measure(),
                span.first(),
                span.last(),
                total,
                entries.stream().mapToLong(entry -> entry.standing().amount()).sum(),
                entries.stream().map(EvidenceLine::of).toList(),
                next);
    }
}
