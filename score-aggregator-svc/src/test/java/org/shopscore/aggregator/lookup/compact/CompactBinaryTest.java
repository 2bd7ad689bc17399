package org.shopscore.aggregator.lookup.compact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.lookup.compact.CompactFreshness.Source;
import org.shopscore.aggregator.lookup.compact.CompactScore.Provisional;
import org.shopscore.aggregator.official.Official;
import org.shopscore.aggregator.score.Shipped;

class CompactBinaryTest {

    private static final Instant PUBLISHED = Instant.parse("2026-03-02T02:00:00Z");
    private static final Instant AS_OF = Instant.parse("2026-03-02T04:05:06.789Z");
    private static final Instant COMPLETE = Instant.parse("2026-03-02T04:05:00Z");

    private final CompactBinary binary = new CompactBinary(Shipped.POLICY);

    @Test
    void theBytesAreThoseOfTheGoldenFile() throws IOException {
        assertThat(HexFormat.ofDelimiter(" ").formatHex(answer())).isEqualTo(golden());
    }

    @Test
    void aReaderThatKnowsOnlyTheDescriptionReadsEveryFigureBack() {
        var read = new CompactDecoder(answer());

        assertThat(read.policyVersion).isEqualTo("exp-score-5/2026.1.0");
        assertThat(read.items).hasSize(4);
        assertThat(read.items.getFirst())
                .isEqualTo(new CompactDecoder.Item(
                        0,
                        3,
                        459,
                        "GOOD",
                        3,
                        460,
                        "EXCELLENT",
                        false,
                        0,
                        110,
                        List.of("ads", "categoryLicence"),
                        LocalDate.of(2026, 3, 1),
                        2,
                        65535,
                        LocalDate.of(2026, 3, 2),
                        AS_OF,
                        COMPLETE));
        assertThat(read.items.get(1).officialStage()).isEqualTo(4);
        assertThat(read.items.get(1).official()).isEqualTo(65535);
        assertThat(read.items.get(1).officialLevel()).isEmpty();
        assertThat(read.items.get(1).previous()).isEqualTo(444);
        assertThat(read.items.get(1).provisionalStage()).isZero();
        assertThat(read.items.get(1).source()).isEqualTo(3);
        assertThat(read.items.get(1).isIncomplete()).isTrue();
        assertThat(read.items.get(2).status()).isEqualTo(1);
        assertThat(read.items.get(3).status()).isEqualTo(2);
    }

    @Test
    void aCodeThatComesWhenTheBookIsFullHasNoNumberAndTakesNobodysPlace() {
        var book = new CodeBook(List.of("ads"), 2);
        assertThat(book.number("alliance")).isEqualTo(1);
        assertThat(book.number("fastLane")).isNegative();
        assertThat(book.number("ads")).isZero();
        assertThat(book.number("alliance")).isEqualTo(1);
    }

    @Test
    void aCodeThatThePolicyInForceDoesNotKnowGetsANumberOfItsOwn() {
        var old = official("FORMAL", "4.59", "GREAT", List.of("fastLane"), Optional.empty());
        var score = new CompactScore("s", "p", Optional.of(old), Optional.empty(), Optional.empty());
        byte[] item = binary.item(score);
        var out = binary.head("p", 1, 100);
        CompactBinary.append(out, item, new CompactFreshness(Source.REDIS, Optional.empty(), true));

        var read = new CompactDecoder(out.getBytes());
        assertThat(read.items.getFirst().officialLevel()).isEqualTo("GREAT");
        assertThat(read.items.getFirst().entitlements()).containsExactly("fastLane");
        assertThat(read.items.getFirst().source()).isEqualTo(1);
    }

    /** 26 codes fill the book behind the six of the policy. */
    @Test
    void aShopThatHoldsACodeWithoutAPlaceIsUnavailableAndNeverSaidNotToHoldIt() {
        var fits = Stream.iterate(0, i -> i + 1).limit(26).map(i -> "perk-" + i).toList();
        byte[] held = binary.item(holding("GOOD", fits));
        byte[] beyond = binary.item(holding("GOOD", List.of("ads", "perk-26")));
        var fresh = new CompactFreshness(Source.MEMORY, Optional.of(COMPLETE), true);
        var out = binary.head("p", 2, 500);
        CompactBinary.append(out, held, fresh);
        CompactBinary.append(out, beyond, fresh);
        byte[] answer = out.getBytes();

        var read = new CompactDecoder(answer);
        assertThat(read.items.getFirst().status()).isZero();
        assertThat(read.items.getFirst().entitlements()).containsExactlyElementsOf(fits);
        assertThat(read.items.getLast().status()).isEqualTo(2);
        assertThat(Arrays.copyOfRange(answer, answer.length - CompactBinary.ITEM + 1, answer.length))
                .containsOnly(0);
    }

    /** Seven levels are the policy's; 255 says none. */
    @Test
    void aScoreOfALevelWithoutAPlaceIsUnavailable() {
        for (int level = 7; level < 255; level++) {
            assertThat(binary.item(holding("LEVEL-" + level, List.of()))[0]).isZero();
        }

        assertThat(binary.item(holding("LEVEL-255", List.of()))[0]).isEqualTo((byte) 2);
        assertThat(binary.item(holding("GOOD", List.of()))[0]).isZero();
        assertThat(binary.item(holding(null, List.of()))[0]).isZero();
    }

    private static CompactScore holding(String level, List<String> entitlements) {
        return new CompactScore(
                "s",
                "p",
                Optional.of(official("FORMAL", "4.59", level, entitlements, Optional.empty())),
                Optional.empty(),
                Optional.empty());
    }

    private byte[] answer() {
        var found = new CompactScore(
                "shop-1",
                Shipped.POLICY.reference(),
                Optional.of(official("FORMAL", "4.59", "GOOD", List.of("ads", "categoryLicence"), Optional.empty())),
                Optional.of(
                        new Provisional("FORMAL", "4.60", "EXCELLENT", LocalDate.of(2026, 3, 2), Optional.of("3.14"))),
                Optional.of(AS_OF));
        var withheld = new CompactScore(
                "shop-2",
                Shipped.POLICY.reference(),
                Optional.of(official(
                        "WITHHELD",
                        null,
                        null,
                        List.of(),
                        Optional.of(new Official.Previous(LocalDate.of(2026, 2, 28), "4.44", "late")))),
                Optional.empty(),
                Optional.empty());
        var out = binary.head(Shipped.POLICY.reference(), 4, 500);
        CompactBinary.append(
                out, binary.item(found), new CompactFreshness(Source.MEMORY, Optional.of(COMPLETE), false));
        CompactBinary.append(out, binary.item(withheld), new CompactFreshness(Source.NONE, Optional.empty(), true));
        CompactBinary.appendError(out, 1);
        CompactBinary.appendError(out, 2);
        return out.getBytes();
    }

    private static Official official(
            String stage,
            String published,
            String level,
            List<String> entitlements,
            Optional<Official.Previous> previous) {
        return new Official(
                LocalDate.of(2026, 3, 1),
                2,
                Shipped.POLICY.reference(),
                stage,
                Optional.empty(),
                published,
                published,
                "4.5874",
                level,
                published == null ? null : "1.10",
                "0.0000",
                "{}",
                Optional.empty(),
                entitlements,
                PUBLISHED,
                PUBLISHED,
                null,
                previous);
    }

    private static String golden() throws IOException {
        try (InputStream in = CompactBinaryTest.class.getResourceAsStream("/golden/compact-scores.hex")) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .collect(java.util.stream.Collectors.joining(" "));
        }
    }
}
