package org.shopscore.logistics.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.shopscore.problem.PageToken;
import org.shopscore.problem.Refused;

/** A part of the lines that were not taken, in the order of the file. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record RejectionPage(String importId, List<Rejection> rejected, Optional<String> nextPageToken) {

    static RejectionPage of(String importId, List<Rejection> page, int pageSize) {
        return new RejectionPage(
                importId, page, page.size() < pageSize ? Optional.empty() : Optional.of(token(page.getLast())));
    }

    /** @throws Refused 400 {@code invalid-page-token} */
    static Rejection.Place after(String token) {
        return PageToken.read(
                        token,
                        2,
                        key -> new Rejection.Place(Long.parseLong(key.getFirst()), Integer.parseInt(key.getLast())))
                .orElse(Rejection.Place.START);
    }

    private static String token(Rejection last) {
        return PageToken.of(String.valueOf(last.line()), String.valueOf(last.n()));
    }
}
