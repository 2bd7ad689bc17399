package org.shopscore.metric;

import java.util.Map;
import java.util.Optional;

/**
 * What one case can add to a measure, where its definition bounds it (measures.md): stars are 1 to 5, a wait is 600 s at most.
 *
 * @param least of one case, in the measure's unit, as {@code most}
 */
public record AmountRange(long least, long most) {

    private static final AmountRange POINTS = new AmountRange(1, 5);
    private static final AmountRange WAIT = new AmountRange(0, 600);

    /** By the measure of the amounts, and the measure that counts their cases. */
    private static final Map<Map.Entry<String, String>, AmountRange> RANGES = Map.of(
            Map.entry(Measures.REVIEW_STARS, Measures.REVIEW_ORDERS_RATED), POINTS,
            Map.entry(Measures.SURVEY_TIMELINESS_POINTS, Measures.SURVEY_TIMELINESS_ANSWERS), POINTS,
            Map.entry(Measures.SURVEY_ATTITUDE_POINTS, Measures.SURVEY_ATTITUDE_ANSWERS), POINTS,
            Map.entry(Measures.SURVEY_COMPENSATION_POINTS, Measures.SURVEY_COMPENSATION_ANSWERS), POINTS,
            Map.entry(Measures.CHAT_REPLY_SECONDS, Measures.CHAT_TURNS), WAIT);

    /** @throws IllegalArgumentException unless there is something between the two */
    public AmountRange {
        if (least >= most) {
            throw new IllegalArgumentException("least must be below most %d, was %d".formatted(most, least));
        }
    }

    /**
     * Empty where the definition says no bound, as of hours until pickup, and where the cases are others than the amounts are of.
     *
     * @param amounts name of the measure that sums the amounts
     * @param cases name of the measure that counts the cases
     */
    public static Optional<AmountRange> of(String amounts, String cases) {
        return Optional.ofNullable(RANGES.get(Map.entry(amounts, cases)));
    }
}
