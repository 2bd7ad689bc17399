package org.shopscore.suite.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.shopscore.suite.fact.Fact;
import org.shopscore.suite.fact.Story;

/** By how many whole weeks all instants of a selection move, so that its last event falls within the last seven days. */
public record Shift(int weeks) {

    private static final Duration WEEK = Duration.ofDays(7);

    static Shift of(Collection<Story> stories, Instant now) {
        return of(
                last(stories.stream().flatMap(story -> story.facts().stream())).orElse(now), now);
    }

    static Optional<Instant> last(Stream<Fact> facts) {
        return facts.map(Fact::at).max(Instant::compareTo);
    }

    static Shift of(Instant last, Instant now) {
        return new Shift(
                Math.toIntExact(Math.floorDiv(Duration.between(last, now).toMillis(), WEEK.toMillis())));
    }
}
