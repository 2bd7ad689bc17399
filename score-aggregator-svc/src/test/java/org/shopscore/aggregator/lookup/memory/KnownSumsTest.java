package org.shopscore.aggregator.lookup.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shopscore.aggregator.policy.metric.Maturities;
import org.shopscore.aggregator.score.window.Sums;

class KnownSumsTest {

    private static final Map<String, Long> AMOUNTS =
            Map.of("order.paid", 40L, "refund.due", 1L << 50, "refund.due@7", -3L, "refund.due@60", Long.MAX_VALUE);

    @Test
    void whatHasMaturedIsKnownAlsoWhereItCameToNothing() {
        var matured = Maturities.named(List.of("refund.due@7", "refund.due@60", "refund.on-time@7"));

        var sums = KnownSums.unpacked(KnownSums.of(new Sums(AMOUNTS, matured)).packed());

        AMOUNTS.forEach((name, amount) -> assertThat(sums.sum(name)).as(name).isEqualTo(amount));
        assertThat(sums.sum("refund.on-time@7")).isZero();
        assertThat(sums.matured()).isEqualTo(matured);
        assertThat(sums.matured().cover(Maturities.named(List.of("refund.due@8"))))
                .isFalse();
    }

    @Test
    void nothingMoreIsKeptWhereNothingMatures() {
        var plain = KnownSums.of(new Sums(AMOUNTS));
        var withOne = KnownSums.of(new Sums(AMOUNTS, Maturities.named(List.of("refund.on-time@7"))));

        assertThat(plain.matured().isEmpty()).isTrue();
        assertThat(KnownSums.unpacked(plain.packed()).matured().isEmpty()).isTrue();
        assertThat(withOne.packed()).hasSize(plain.packed().length + 4).startsWith(plain.packed());
    }
}
