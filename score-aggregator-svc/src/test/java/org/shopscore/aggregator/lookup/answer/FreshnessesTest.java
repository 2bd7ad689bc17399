package org.shopscore.aggregator.lookup.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.lookup.answer.ScoreAnswer.Freshness;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.aggregator.score.shop.FeedState;

class FreshnessesTest {

    private static final Instant EARLY = Instant.parse("2026-03-01T04:00:00Z");
    private static final Instant LATE = Instant.parse("2026-03-01T04:00:30Z");
    private static final Map<String, Instant> ALL =
            Map.of("/logistics-svc", LATE, "/after-sales-svc", EARLY, "/customer-service-svc", LATE);

    private final Freshnesses freshnesses = new Freshnesses(Shipped.POLICY.mandatoryFeeds(), Optional.empty());
    private final LocalDate day = LocalDate.of(2026, 3, 1);

    @Test
    void aScoreIsCompleteUpToTheOldestOfTheMandatoryFeeds() {
        Freshness freshness = of(ALL, List.of());

        assertThat(freshness.completeUntil()).isEqualTo(EARLY);
        assertThat(freshness.incomplete()).isFalse();
        assertThat(freshness.feeds()).isEqualTo(ALL);
    }

    @Test
    void aFeedThatIsNotMandatoryDelaysNothing() {
        var feeds = new TreeMap<>(ALL);
        feeds.put("/reviews-svc", Instant.EPOCH);

        assertThat(of(feeds, List.of()).completeUntil()).isEqualTo(EARLY);
    }

    @Test
    void aMandatoryFeedWithoutProofMakesTheScoreIncomplete() {
        Freshness freshness = of(Map.of("/logistics-svc", LATE, "/after-sales-svc", EARLY), List.of());

        assertThat(freshness.completeUntil()).isNull();
        assertThat(freshness.incomplete()).isTrue();
        assertThat(freshness.reasons()).containsExactly("no proof of completeness from /customer-service-svc");
    }

    @Test
    void missingEventsMakeTheScoreIncomplete() {
        Freshness freshness = of(ALL, List.of("3 events of /logistics-svc are missing"));

        assertThat(freshness.incomplete()).isTrue();
        assertThat(freshness.reasons()).containsExactly("3 events of /logistics-svc are missing");
    }

    @Test
    void unknownFeedsMakeTheScoreIncomplete() {
        Freshness freshness = freshnesses.of(Source.REDIS, Optional.empty());

        assertThat(freshness.source()).isEqualTo("redis");
        assertThat(freshness.incomplete()).isTrue();
    }

    @Test
    void theWindowOfAQuietShopGoesOnWithItsPartition() {
        var rolled = Optional.of(new FeedState(day.plusDays(3), new TreeMap<>(), List.of()));

        assertThat(Freshnesses.lastDay(day, rolled)).isEqualTo(day.plusDays(3));
        assertThat(Freshnesses.lastDay(day.plusDays(4), rolled)).isEqualTo(day.plusDays(4));
        assertThat(Freshnesses.lastDay(day, Optional.empty())).isEqualTo(day);
    }

    private Freshness of(Map<String, Instant> completeUntil, List<String> reasons) {
        return freshnesses.of(Source.MEMORY, Optional.of(new FeedState(day, new TreeMap<>(completeUntil), reasons)));
    }
}
