package org.shopscore.logistics.lane;

import java.time.DateTimeException;
import java.time.Instant;
import org.shopscore.problem.PageToken;
import org.shopscore.problem.Refused;

/** Where a standard stands in the list of all: by carrier, lane and date. */
record LaneKey(String carrier, String from, String to, Instant validFrom) {

    private static final LaneKey FIRST = new LaneKey("", "", "", Instant.EPOCH);

    static LaneKey of(LaneStandard standard) {
        var lane = standard.lane();
        return new LaneKey(lane.carrier(), lane.from().code(), lane.to().code(), standard.validFrom());
    }

    /** @throws Refused 400 {@code invalid-page-token} for what the list has not given */
    static LaneKey read(String token) {
        return PageToken.read(token, 4)
                .map(key -> new LaneKey(key.get(0), key.get(1), key.get(2), instant(token, key.get(3))))
                .orElse(FIRST);
    }

    String token() {
        return PageToken.of(carrier, from, to, validFrom.toString());
    }

    private static Instant instant(String token, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            throw PageToken.unknown(token);
        }
    }
}
