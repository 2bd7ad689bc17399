package org.shopscore.logistics.bulk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.shopscore.logistics.masking.Masking;
import org.shopscore.problem.Refusal;

/**
 * Why a line was not taken: one for each of its fields that is at fault.
 *
 * @param n counts the rejections of one line from 0
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Rejection(
        @Schema(description = "where the line begins, the file's first line being 1")
        long line,

        @JsonIgnore int n,
        @Schema(examples = "unknown-value") String code,
        Optional<String> field,
        String message,
        Optional<String> given) {

    /** Where a rejection stands among all of its file. */
    record Place(long line, int n) {

        static final Place START = new Place(0, 0);
    }

    /** Without what may be personal data: a cell may hold anything, when the columns were mistaken. */
    static Stream<Rejection> of(long line, Refusal why) {
        if (why.errors().isEmpty()) {
            return Stream.of(new Rejection(line, 0, why.code(), Optional.empty(), why.detail(), Optional.empty()));
        }
        return Stream.iterate(0, n -> n < why.errors().size(), n -> n + 1).map(n -> {
            var error = why.errors().get(n);
            return new Rejection(
                    line,
                    n,
                    why.code(),
                    Optional.of(Masking.mask(error.field())),
                    error.message(),
                    Optional.of(Masking.mask(error.given())));
        });
    }

    Place place() {
        return new Place(line, n);
    }
}
