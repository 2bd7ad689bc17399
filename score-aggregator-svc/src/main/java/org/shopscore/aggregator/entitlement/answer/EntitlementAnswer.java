package org.shopscore.aggregator.entitlement.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a shop holds by its newest official score.
 *
 * @param statDate      the official day
 * @param evaluation    0 as published with the day; more where days that it looks back on were corrected since
 * @param knownAt       when this evaluation was made
 * @param level         null, like trafficWeight, on a day without a score
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record EntitlementAnswer(
        String shopId,
        LocalDate statDate,
        int evaluation,
        Instant knownAt,
        String policyVersion,
        String stage,

        @Schema(required = true, nullable = true) @JsonInclude
        String level,

        @Schema(required = true, nullable = true) @JsonInclude
        String trafficWeight,

        List<Held> entitlements,
        List<Review> reviews) {

    /**
     * One entitlement.
     *
     * @param name     what people call it, by language; the code where nobody has named it
     * @param since    the official day from whose score on it is held
     * @param why      GRANTED, NOT_GRANTED, KEPT, REVOKED, WITHHELD, NOT_TODAY, PERSONAL_SHOP or PERSONAL_SHOP_TOO_YOUNG
     * @param reason   in words, by language
     * @param findings what was found of the days
     * @param earliest while it is not held: the first official day on which it could be, if each coming day earned full marks, or of a shop without a computed score that day the growth score
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Held(
            String code,
            Map<String, String> name,
            boolean held,
            Optional<LocalDate> since,
            String why,
            Map<String, String> reason,
            List<Found> findings,
            Optional<LocalDate> earliest) {}

    /**
     * What a person has to look at.
     *
     * @param name        what people call it, by language; the code where nobody has named it
     * @param open        whether the score asks for it
     * @param why         as of an entitlement; also NOT_YET: the days are no longer as they were when it was opened, and its own day closes no review
     * @param recommended whether the days advise the reviewer to act; nothing happens by itself
     * @param earliest    while it is open: the first official day on which it could close, supposing the same
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Review(
            String code,
            Map<String, String> name,
            boolean open,
            boolean recommended,
            Optional<LocalDate> since,
            String why,
            Map<String, String> reason,
            List<Found> findings,
            Optional<LocalDate> earliest) {}

    /**
     * One predicate.
     *
     * @param kind        LATEST, MEAN, EVERY_DAY, RUN, MONTHS or NO_SEVERE_VIOLATION
     * @param is          gte, gt, lte or lt
     * @param span        how many days it asks for; of MONTHS how many complete calendar months
     * @param value       what was compared, to 6 decimals; absent without a figure
     * @param meanOver    in a run of means, and of months that go by one: each day's value is the mean of so many days up to it; absent where it is the day's own
     * @param growthScore whether the growth score stands for the subject
     * @param maxPadding  how much of each day's score may not be the shop's own, 0 to 1; absent where that does not matter
     * @param paddedDays  on how many of the days with a figure as it is asked for it is more; absent with {@code maxPadding}
     * @param days        that decided, the newest first; of MONTHS their last days
     * @param months      of MONTHS alone
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Found(
            String kind,
            Optional<String> subject,
            Optional<String> is,
            Optional<String> than,
            int span,
            boolean holds,
            Optional<String> value,
            Optional<Integer> meanOver,
            boolean growthScore,
            Optional<String> maxPadding,
            Optional<Integer> paddedDays,
            List<Day> days,
            Optional<Months> months) {}

    /**
     * @param needed so many have to pass
     * @param passed so many did
     * @param each   the newest first
     */
    record Months(int needed, int passed, List<Month> each) {}

    /** @param findings of the month's last day; without a score that counts on it the month does not pass, whatever they are */
    record Month(LocalDate lastDay, boolean passes, List<Found> findings) {}

    /** @param value null for a day without a score, and where no one figure is compared */
    record Day(
            LocalDate statDate,

            @Schema(required = true, nullable = true) @JsonInclude
            String value) {}
}
