package org.shopscore.aggregator.lookup.compact;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.lookup.compact.CompactScore.Provisional;
import org.shopscore.aggregator.lookup.memory.Announced;
import org.shopscore.aggregator.lookup.memory.Announced.Version;
import org.shopscore.aggregator.lookup.memory.KnownSums;
import org.shopscore.aggregator.lookup.memory.MemoryShops;
import org.shopscore.aggregator.official.Official;
import org.shopscore.aggregator.official.Withheld;
import org.shopscore.aggregator.score.Shipped;
import org.shopscore.aggregator.score.Window;
import org.shopscore.aggregator.score.shop.FeedState;
import org.shopscore.metric.Lane;

class CompactLinesTest {

    private static final String SHOP = "shop-1.A_b~c";

    private final CompactLines lines = new CompactLines(new CompactBinary(Shipped.POLICY));
    private final Random random = new Random(11);

    @Test
    void whatIsUnpackedReadsAsWhatWasPackedWhateverTheScore() {
        for (int i = 0; i < 2_000; i++) {
            CompactScore score = score();
            byte[] entry = entry(score).orElseThrow();
            var text = new Ascii();
            lines.json(text, entry);

            assertThat(new String(text.copy(), US_ASCII)).isEqualTo(new String(CompactJson.score(score), US_ASCII));
            assertThat(CompactLines.hashOf(entry)).isEqualTo(CompactLines.hash(CompactJson.score(score)));
        }
    }

    @Test
    void aScoreThatWouldReadDifferentlyHasNoLine() {
        assertThat(entry(with("4.5", "1.10", List.of()))).isEmpty();
        assertThat(entry(with("4.50", "1.1", List.of()))).isEmpty();
        var many = Stream.iterate(0, i -> i + 1).limit(40).map(i -> "code-" + i).toList();
        assertThat(entry(with("4.50", "1.10", many))).isEmpty();
    }

    /** A later policy may name them in another order. */
    @Test
    void whatAShopHoldsReadsTheSameInWhicheverOrderAPolicyNamesIt() {
        var held = List.of("vip", "categoryLicence", "ads", "ads-2");
        for (int turn = 0; turn < held.size(); turn++) {
            var turned = new ArrayList<>(held);
            Collections.rotate(turned, turn);
            var score = with("4.50", "1.10", turned);
            var text = new Ascii();
            lines.json(text, entry(score).orElseThrow());

            assertThat(new String(text.copy(), US_ASCII))
                    .isEqualTo(new String(CompactJson.score(score), US_ASCII))
                    .contains("\"entitlements\":[\"ads\",\"ads-2\",\"categoryLicence\",\"vip\"]");
        }
    }

    /** rules.md 5.4. */
    @Test
    void aWithheldScoreShowsTheOneBeforeItWithItsDateAndTheReason() {
        var before = new Official.Previous(LocalDate.of(2026, 2, 28), "4.44", Withheld.BY_FEEDS);
        var score = score(Optional.of(official("WITHHELD", null, null, List.of(), Optional.of(before))));
        var text = new Ascii();
        lines.json(text, entry(score).orElseThrow());

        assertThat(new String(text.copy(), US_ASCII))
                .isEqualTo(new String(CompactJson.score(score), US_ASCII))
                .contains(
                        "\"previous\":{\"statDate\":\"2026-02-28\",\"published\":\"4.44\",\"reason\":\"a mandatory feed is not complete\"}}");
    }

    @Test
    void aScoreThatAVerdictWithholdsSaysSo() {
        var before = new Official.Previous(LocalDate.of(2026, 2, 28), "4.44", Withheld.BY_VERDICT);
        var score = score(Optional.of(official("WITHHELD", null, null, List.of(), Optional.of(before))));
        var text = new Ascii();
        lines.json(text, entry(score).orElseThrow());

        assertThat(new String(text.copy(), US_ASCII))
                .isEqualTo(new String(CompactJson.score(score), US_ASCII))
                .contains(
                        "\"previous\":{\"statDate\":\"2026-02-28\",\"published\":\"4.44\",\"reason\":\"a verdict of manipulation counts in the window\"}}");
    }

    @Test
    void aScoreThatIsWithheldForAReasonThatNoLineKnowsHasNone() {
        var before = Optional.of(previous("rain"));

        assertThat(entry(score(Optional.of(official("WITHHELD", null, null, List.of(), before)))))
                .isEmpty();
    }

    @Test
    void aScoreOfAPolicyBeyondThe255ThatHaveNumbersHasNoLine() {
        for (int policy = 0; policy < 255; policy++) {
            assertThat(lines.numberOf("p/" + policy)).isEqualTo(policy);
        }

        assertThat(lines.numberOf("p/255")).isNegative();
        assertThat(entry(with("4.50", "1.10", List.of()))).isEmpty();
    }

    private Official.Previous previous(String reason) {
        return new Official.Previous(day(), figure(), reason);
    }

    private Optional<byte[]> entry(CompactScore score) {
        var own = new MemoryShops();
        int partition = Lane.of(SHOP);
        var live = score.provisional().orElseThrow();
        own.put(partition, new FeedState(live.to(), new TreeMap<>(), List.of()));
        own.put(
                partition,
                SHOP,
                new Announced(
                        Version.parse(live.version().orElseThrow()),
                        live.to(),
                        score.asOf().orElseThrow(),
                        KnownSums.of(Window.example())));
        byte[] id = SHOP.getBytes(US_ASCII);
        return Optional.ofNullable(
                own.written(id, 0, id.length, Lane.hash(id, 0, id.length), 0, (bare, _, _) -> lines.line(bare, score)));
    }

    private CompactScore score() {
        Optional<Official> official = random.nextInt(5) == 0 ? Optional.empty() : Optional.of(official());
        return score(official);
    }

    private CompactScore score(Optional<Official> official) {
        boolean isRated = random.nextInt(4) > 0;
        String unrated = random.nextBoolean() ? "NONE" : "WITHHELD";
        return new CompactScore(
                SHOP,
                random.nextBoolean() ? Shipped.POLICY.reference() : "exp-score-5/2025." + random.nextInt(9),
                official,
                Optional.of(new Provisional(
                        isRated ? "FORMAL" : unrated,
                        isRated ? figure() : null,
                        isRated ? level() : null,
                        day(),
                        Optional.of(new Version(random.nextInt(1 << 30), random.nextInt(900)).toString()))),
                Optional.of(Instant.ofEpochMilli(random.nextLong(1_600_000_000_000L, 1_900_000_000_000L) / 1_000 * 1_000
                        + (random.nextInt(3) == 0 ? 0 : random.nextInt(1_000)))));
    }

    private Official official() {
        return switch (random.nextInt(4)) {
            case 0 -> official("WITHHELD", null, null, List.of(), Optional.of(previous(Withheld.BY_FEEDS)));
            case 2 -> official("WITHHELD", null, null, List.of(), Optional.of(previous(Withheld.BY_VERDICT)));
            case 1 -> official("NONE", null, null, List.of(), Optional.empty());
            default -> official("FORMAL", figure(), "1.10", List.of("ads"), Optional.empty());
        };
    }

    private CompactScore with(String published, String weight, List<String> entitlements) {
        return score(Optional.of(official("FORMAL", published, weight, entitlements, Optional.empty())));
    }

    private Official official(
            String stage,
            String published,
            String weight,
            List<String> entitlements,
            Optional<Official.Previous> previous) {
        return new Official(
                day(),
                random.nextInt(300),
                "exp-score-5/2026." + random.nextInt(20),
                stage,
                Optional.empty(),
                published,
                published,
                "4.5874",
                published == null ? null : level(),
                weight,
                "0.0000",
                "{}",
                Optional.empty(),
                entitlements,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                previous);
    }

    private LocalDate day() {
        return LocalDate.of(2020, 1, 1).plusDays(random.nextInt(4_000));
    }

    private String level() {
        return List.of("EXCELLENT", "GOOD", "OF-OLD").get(random.nextInt(3));
    }

    private String figure() {
        return "%d.%02d".formatted(random.nextInt(6), random.nextInt(100));
    }
}
