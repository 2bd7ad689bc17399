package org.shopscore.aggregator.lookup.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shopscore.aggregator.lookup.answer.ScoreAnswer.Freshness;
import org.shopscore.aggregator.score.shop.FeedState;

/** Says honestly how far the feeds of a shop are proven, and what is missing. */
public record Freshnesses(List<String> mandatoryFeeds, Optional<Instant> policyUnprovenSince) {

    public Freshness of(Source source, Optional<FeedState> known) {
        return known.map(state -> of(source, state))
                .orElseGet(() -> new Freshness(
                        source.text(),
                        null,
                        Map.of(),
                        true,
                        withPolicy(List.of("nothing is known of the feeds at the moment"))));
    }

    private Freshness of(Source source, FeedState state) {
        Map<String, Instant> feeds = state.completeUntil();
        var reasons = new ArrayList<>(withPolicy(state.reasons()));
        mandatoryFeeds.stream()
                .filter(feed -> !feeds.containsKey(feed))
                .forEach(feed -> reasons.add("no proof of completeness from " + feed));
        return new Freshness(source.text(), completeUntil(feeds), feeds, !reasons.isEmpty(), List.copyOf(reasons));
    }

    private List<String> withPolicy(List<String> reasons) {
        var all = new ArrayList<>(reasons);
        policyUnprovenSince.ifPresent(
                since -> all.add("another policy may be in force since " + since.truncatedTo(ChronoUnit.SECONDS)));
        return List.copyOf(all);
    }

    private Instant completeUntil(Map<String, Instant> feeds) {
        return mandatoryFeeds.stream().allMatch(feeds::containsKey)
                ? mandatoryFeeds.stream()
                        .map(feeds::get)
                        .min(Instant::compareTo)
                        .orElse(null)
                : null;
    }

    /** A shop that was not scored again when its partition went on to a later day has the same sums on that day. */
    public static LocalDate lastDay(LocalDate scoredFor, Optional<FeedState> feeds) {
        return feeds.map(FeedState::rolledTo)
                .filter(rolled -> rolled.isAfter(scoredFor))
                .orElse(scoredFor);
    }
}
