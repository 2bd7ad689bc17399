package org.shopscore.aggregator.entitlement.standing;

import io.vertx.mutiny.sqlclient.Row;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.shopscore.aggregator.entitlement.OfficialDays;
import org.shopscore.aggregator.entitlement.Outcome;

/**
 * What a shop holds after an official day.
 *
 * @param since       when it began, of each that is held
 * @param reviews     those of them that a person decides: a shop is under one, and entitled to nothing by it
 * @param recommended reviews in which a person is advised to act
 * @param days        that it was judged by
 */
public record Standing(Map<String, LocalDate> since, Set<String> reviews, Set<String> recommended, OfficialDays days) {

    /** What one holds and the other does not. */
    public record Change(String code, boolean isReview, boolean isHeld) {}

    /** @param reviews codes of all that a person decides */
    public static Standing of(List<Outcome> outcomes, Set<String> reviews, OfficialDays days) {
        var since = new LinkedHashMap<String, LocalDate>();
        var recommended = new TreeSet<String>();
        for (Outcome outcome : outcomes) {
            outcome.since().ifPresent(from -> since.put(outcome.code(), from));
            if (outcome.isRecommended()) {
                recommended.add(outcome.code());
            }
        }
        return new Standing(since, both(since.keySet(), reviews), recommended, days);
    }

    public static Standing of(Row row) {
        String[] held = row.getArrayOfStrings("held");
        LocalDate[] from = row.getArrayOfLocalDates("since");
        var since = new LinkedHashMap<String, LocalDate>();
        for (int i = 0; i < held.length; i++) {
            since.put(held[i], from[i]);
        }
        return new Standing(
                since,
                new TreeSet<>(List.of(row.getArrayOfStrings("reviews"))),
                new TreeSet<>(List.of(row.getArrayOfStrings("recommended"))),
                DayBytes.unpack(row.getBuffer("days").getBytes(), row.getLocalDate("stat_date")));
    }

    public static Standing none(LocalDate statDate) {
        return new Standing(Map.of(), Set.of(), Set.of(), OfficialDays.none(statDate));
    }

    /** The same, judged by other days. */
    public Standing by(OfficialDays other) {
        return new Standing(since, reviews, recommended, other);
    }

    /** Together with the other's reviews, as far as they are not open here. */
    public Standing withReviewsOf(Standing other) {
        var all = new LinkedHashMap<>(since);
        var open = new TreeSet<>(reviews);
        for (String code : other.reviews) {
            if (open.add(code)) {
                all.put(code, other.since.get(code));
            }
        }
        return new Standing(all, open, recommended, days);
    }

    /** What a policy goes on with: a review is not what another policy grants under its code, nor the other way round. */
    public Map<String, LocalDate> sinceFor(Set<String> reviewsOfPolicy) {
        var kept = new HashMap<>(since);
        kept.keySet().removeIf(code -> reviews.contains(code) != reviewsOfPolicy.contains(code));
        return kept;
    }

    /** What has ended, then what has begun, each in the order of the codes. */
    public List<Change> changesFrom(Standing before) {
        return Stream.concat(
                        before.without(this).map(code -> new Change(code, before.reviews.contains(code), false)),
                        without(before).map(code -> new Change(code, reviews.contains(code), true)))
                .toList();
    }

    private Stream<String> without(Standing other) {
        return since.keySet().stream()
                .filter(code ->
                        !other.since.containsKey(code) || other.reviews.contains(code) != reviews.contains(code))
                .sorted();
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        var both = new TreeSet<>(some);
        both.retainAll(others);
        return both;
    }
}
