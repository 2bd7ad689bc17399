package org.shopscore.aggregator.entitlement.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shopscore.aggregator.entitlement.OfficialDays;
import org.shopscore.aggregator.entitlement.ScoredDay;

class DayBytesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void whatIsPackedIsReadBackToTheDigit() {
        OfficialDays days = OfficialDays.none(DAY)
                .with(day(DAY.minusDays(40), "FORMAL", Optional.of("4.59"), Map.of("goods", new BigDecimal("4.5397"))))
                .with(day(DAY.minusDays(2), "WITHHELD", Optional.empty(), Map.of()))
                .with(day(DAY.minusDays(1), "GROWTH", Optional.of("0.00"), Map.of("物流", new BigDecimal("0.0000"))))
                .with(new ScoredDay(DAY, "NONE", Optional.empty(), Map.of(), new BigDecimal("1.0000"), true));

        assertThat(DayBytes.unpack(DayBytes.pack(days), DAY)).isEqualTo(days);
    }

    /** Days by two policies, one after the other, that look at 127 subjects each and none of them the same. */
    @ParameterizedTest
    @CsvSource({"127, 0", "127, 1", "127, 127"})
    void allThatTwoPoliciesLookAtIsReadBack(int before, int after) {
        OfficialDays days = OfficialDays.none(DAY)
                .with(day(DAY.minusDays(1), "FORMAL", Optional.of("4.59"), points("old-", before)))
                .with(day(DAY, "FORMAL", Optional.of("4.60"), points("new-", after)));

        assertThat(DayBytes.unpack(DayBytes.pack(days), DAY)).isEqualTo(days);
    }

    /** As bytes that were stored before have it. */
    @Test
    void upTo127SubjectsTheirNumberIsOneByte() {
        OfficialDays days = OfficialDays.none(DAY).with(day(DAY, "FORMAL", Optional.of("4.59"), points("s", 127)));

        assertThat(DayBytes.pack(days)).startsWith(127, 0, 2, 's', '0');
    }

    private static Map<String, BigDecimal> points(String subject, int count) {
        return IntStream.range(0, count)
                .boxed()
                .collect(Collectors.toMap(n -> subject + n, n -> BigDecimal.valueOf(n, 4)));
    }

    private static ScoredDay day(
            LocalDate on, String stage, Optional<String> published, Map<String, BigDecimal> points) {
        return new ScoredDay(on, stage, published.map(BigDecimal::new), points, new BigDecimal("0.1234"), false);
    }
}
