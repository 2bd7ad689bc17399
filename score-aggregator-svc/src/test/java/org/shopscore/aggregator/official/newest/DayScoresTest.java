package org.shopscore.aggregator.official.newest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.official.Official;
import org.shopscore.aggregator.official.Official.Previous;
import org.shopscore.aggregator.official.SampleSizes;

class DayScoresTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 11);
    private static final Instant PUBLISHED_AT = Instant.parse("2026-11-11T22:00:01.123456Z");

    private final DayScores scores = new DayScores();

    @Test
    void everyScoreIsReadAsItWasWritten() {
        var random = new SplittableRandom(7);
        Map<String, Official> written = new HashMap<>();
        for (int n = 0; n < 20_000; n++) {
            written.put("店铺-" + random.nextInt(15_000), anyScore(random));
        }
        written.forEach(scores::put);

        assertThat(scores.size()).isEqualTo(written.size());
        written.forEach((shop, score) -> assertThat(scores.of(shop)).contains(score));
        assertThat(scores.of("店铺-15000")).isEmpty();
    }

    @Test
    void aRevisionTakesThePlaceOfTheOneBeforeIt() {
        scores.put("shop-1", score(0, "4.59", null));
        scores.put("shop-2", score(0, "4.10", null));
        scores.put("shop-1", score(1, "4.60", "{\"late\":\"迟到的评价\"}"));

        assertThat(scores.of("shop-1")).contains(score(1, "4.60", "{\"late\":\"迟到的评价\"}"));
        assertThat(scores.of("shop-2")).contains(score(0, "4.10", null));
        assertThat(scores.size()).isEqualTo(2);
    }

    @Test
    void anOlderRevisionThatIsReadLaterHidesNothing() {
        scores.put("shop-1", score(2, "4.61", "{}"));
        scores.put("shop-1", score(1, "4.60", "{}"));

        assertThat(scores.of("shop-1").map(Official::published)).contains("4.61");
    }

    /** What is read again each second while a transaction stays open is no news. */
    @Test
    void onlyWhatTakesThePlaceOfAnotherScoreIsNews() {
        assertThat(scores.put("shop-1", score(0, "4.59", null))).isTrue();
        assertThat(scores.put("shop-1", score(0, "4.59", null))).isFalse();
        assertThat(scores.put("shop-1", score(1, "4.60", "{}"))).isTrue();

        assertThat(scores.put("shop-1", score(0, "4.59", null))).isFalse();
        assertThat(scores.put("shop-1", score(1, "4.60", "{}"))).isFalse();
        assertThat(scores.put("shop-2", score(1, "4.60", "{}"))).isTrue();
    }

    /** What a shop holds is judged again without a revision of its score. */
    @Test
    void theSameRevisionWithOtherEntitlementsIsNews() {
        scores.put("shop-1", known(PUBLISHED_AT, List.of("PREMIUM")));

        assertThat(scores.put("shop-1", known(PUBLISHED_AT, List.of()))).isTrue();
        assertThat(scores.of("shop-1").orElseThrow().entitlements()).isEmpty();
    }

    /** Each row of a day bears the instant at which it was written. */
    @Test
    void whenAScoreBecameKnownMakesNoKindOfItsOwn() {
        var packed = new PackedScores();
        for (int n = 0; n < 20_000; n++) {
            var score = known(PUBLISHED_AT.plusNanos(n * 1_000L), List.of());
            assertThat(packed.unpack(packed.pack("shop-" + n, score))).isEqualTo(score);
        }

        assertThat(packed.kinds()).isEqualTo(1);
    }

    private static Official known(Instant at, List<String> entitlements) {
        return new Official(
                DAY,
                0,
                "exp-score-5",
                "FORMAL",
                Optional.empty(),
                "4.59",
                "4.59",
                "4.5900",
                "L4",
                "1.00",
                "0.0000",
                "{}",
                Optional.empty(),
                entitlements,
                PUBLISHED_AT,
                at,
                null,
                Optional.empty());
    }

    private static Official score(int revision, String published, String cause) {
        return new Official(
                DAY,
                revision,
                "exp-score-5",
                "FORMAL",
                Optional.empty(),
                published,
                published,
                published + "00",
                "L4",
                "1.00",
                "0.0000",
                "{\"goods\":\"4.5397\"}",
                Optional.of(new SampleSizes(List.of("productRating", "退货率"), "42,0")),
                List.of("PREMIUM"),
                PUBLISHED_AT,
                PUBLISHED_AT,
                cause,
                Optional.empty());
    }

    private static Official anyScore(SplittableRandom random) {
        boolean isScored = random.nextBoolean();
        return new Official(
                DAY,
                random.nextInt(3),
                "exp-score-" + random.nextInt(3),
                isScored ? "FORMAL" : "WITHHELD",
                isScored ? Optional.empty() : Optional.of("少于 30 单"),
                isScored ? "4." + random.nextInt(100) : null,
                isScored ? "4." + random.nextInt(10_000) : null,
                random.nextBoolean() ? "3." + random.nextInt(10_000) : null,
                isScored ? "L" + random.nextInt(6) : null,
                isScored ? "1." + random.nextInt(3) : null,
                random.nextBoolean() ? "0." + random.nextInt(10_000) : null,
                random.nextBoolean() ? "{\"物流\":\"" + random.nextInt() + "\"}" : null,
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(new SampleSizes(List.of("productRating", "退货率"), random.nextInt(40) + ",7")),
                random.nextBoolean() ? List.of() : List.of("联盟", "CAMPAIGN-" + random.nextInt(4)),
                PUBLISHED_AT,
                PUBLISHED_AT.plusNanos(random.nextInt(32)),
                random.nextBoolean() ? "{\"cause\":" + random.nextInt() + "}" : null,
                isScored
                        ? Optional.empty()
                        : Optional.of(new Previous(DAY.minusDays(random.nextInt(9)), "4.2", "不完整")));
    }
}
